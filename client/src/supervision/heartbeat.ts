/** How many beats the server may stay silent: at all, and while it is known which rule it runs. */
export interface Patience {
  readonly silent: number;
  readonly rule: number;
  /** Milliseconds between two beats. */
  readonly beat: number;
}

/** A long letter on an old computer takes seconds; nothing that comes to an end takes this long. */
export const usualPatience: Patience = { silent: 20, rule: 6, beat: 1000 };

/**
 * Asks the server whether it still answers, for as long as there is something for it to do. Beats are counted, not time: a
 * computer that slept has missed none.
 */
export class Heartbeat {
  private timer: ReturnType<typeof setInterval> | undefined;
  private hasWork = false;
  /** The question that is not answered yet. */
  private question: object | null = null;
  private silentFor = 0;
  private rule: string | null = null;
  private ruleFor = 0;

  /** `lost` is told that the server does not answer, and of the rule that it runs, if that is known. */
  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly lost: (rule: string | null) => void,
    public patience: Patience = usualPatience,
  ) {}

  /** Something was sent to the server. */
  sent(): void {
    this.hasWork = true;
    this.timer ??= setInterval(() => this.beat(), this.patience.beat);
  }

  /** The server runs this rule, or none. */
  runs(rule: string | null): void {
    this.rule = rule;
    this.ruleFor = 0;
  }

  /** The server came or went. */
  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.hasWork = false;
    this.question = null;
    this.silentFor = 0;
    this.runs(null);
  }

  private beat(): void {
    if (this.question) this.wait();
    else if (this.hasWork) this.askAgain();
    else this.stop();
  }

  private askAgain(): void {
    const question = {};
    this.question = question;
    this.hasWork = false;
    const answered = () => {
      if (this.question !== question) return;
      this.question = null;
      this.silentFor = 0;
    };
    this.ask().then(answered, answered);
  }

  private wait(): void {
    this.silentFor++;
    if (this.rule !== null) this.ruleFor++;
    if (this.silentFor < this.patience.silent && this.ruleFor < this.patience.rule) return;
    const { rule } = this;
    this.stop();
    this.lost(rule);
  }
}
