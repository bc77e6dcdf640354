import type { CancellationToken, Disposable } from 'vscode';
import type {
  ConvertAnswer,
  ConvertProblem,
  ConvertQuestion,
  ConvertReply,
  ConvertRequest,
} from '../../../server/src/convert/messages';

/** Converts in a thread of its own, so that neither a large file nor a hostile one keeps the editor waiting. */
export interface Converter extends Disposable {
  /** Never fails; null when the token asks to stop: what was begun then ends at once. */
  convert(request: ConvertRequest, token: CancellationToken): Promise<ConvertAnswer | null>;
}

/** A worker, of Node or of a browser. */
export interface Thread {
  post(question: ConvertQuestion): void;
  end(): void;
}

export interface ThreadEvents {
  replied(reply: ConvertReply): void;
  /** It has ended without being told to. */
  ended(problem: ConvertProblem): void;
}

export type StartThread = (events: ThreadEvents) => Thread;

/** Milliseconds without a question after which the thread ends. */
const idle = 30_000;

/** One thread, started when it is first asked: it does one thing after the other. */
export class ThreadConverter implements Converter {
  private thread: Thread | null = null;
  private asked = 0;
  /** Settles the question that waits; null cancels it. */
  private settle: ((answer: ConvertAnswer | null) => void) | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly start: StartThread) {}

  convert(request: ConvertRequest, token: CancellationToken): Promise<ConvertAnswer | null> {
    const answer = this.turn.then(() => this.ask(request, token));
    this.turn = answer;
    return answer;
  }

  dispose(): void {
    this.end();
    this.settle?.(null);
  }

  private async ask(request: ConvertRequest, token: CancellationToken): Promise<ConvertAnswer | null> {
    if (token.isCancellationRequested) return null;
    clearTimeout(this.timer);
    const cancelling = token.onCancellationRequested(() => this.dispose());
    try {
      return await new Promise<ConvertAnswer | null>(resolve => {
        this.settle = resolve;
        this.post({ id: ++this.asked, request });
      });
    } finally {
      this.settle = null;
      cancelling.dispose();
      this.timer = setTimeout(() => this.end(), idle);
    }
  }

  private post(question: ConvertQuestion): void {
    try {
      this.thread ??= this.started();
      this.thread.post(question);
    } catch {
      this.end();
      this.settle?.({ kind: 'refused', problem: 'failed' });
    }
  }

  private started(): Thread {
    // A thread that was ended may still have something to say.
    const isCurrent = () => this.thread === thread;
    const thread = this.start({
      replied: ({ id, answer }) => {
        if (isCurrent() && id === this.asked) this.settle?.(answer);
      },
      ended: problem => {
        if (!isCurrent()) return;
        this.thread = null;
        this.settle?.({ kind: 'refused', problem });
      },
    });
    return thread;
  }

  private end(): void {
    clearTimeout(this.timer);
    const { thread } = this;
    this.thread = null;
    thread?.end();
  }
}
