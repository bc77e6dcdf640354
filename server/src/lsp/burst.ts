/** A burst that goes on for longer than this many turns is answered while it lasts. */
const maxTurns = 200;

/** Runs a task once after a burst of calls: when a turn of the event loop has passed without another call. */
export class Burst {
  private calls = 0;
  private waiting = false;

  constructor(
    private readonly soon: (callback: () => void) => void,
    private readonly task: () => void,
  ) {}

  call(): void {
    this.calls++;
    if (this.waiting) return;
    this.waiting = true;
    this.wait(this.calls, maxTurns);
  }

  private wait(calls: number, turns: number): void {
    this.soon(() => {
      if (this.calls !== calls && turns > 0) {
        this.wait(this.calls, turns - 1);
        return;
      }
      this.waiting = false;
      this.task();
    });
  }
}
