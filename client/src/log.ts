import type { LogOutputChannel } from 'vscode';

/** What is told of a message between editor and server: its kind, its name and its number. */
const MESSAGE = /^(?:Sending|Received) (?:request|response|notification) '[\w$/.-]{1,100}(?: - \(\d{1,10}\))?'/;

/**
 * The channel, for the messages between editor and server: of each it is given the name alone. What they say, which at the
 * level `trace` a setting adds, is the letter itself.
 */
export function namesOnly(channel: LogOutputChannel): LogOutputChannel {
  const trace = (message: string) => {
    const [name] = MESSAGE.exec(message) ?? [];
    if (name !== undefined) channel.trace(name);
  };
  return Object.create(channel, { trace: { value: trace } });
}
