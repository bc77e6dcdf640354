// The browser build runs in both extension hosts; it is no module and leaves its class in the global scope.
import 'mocha/mocha.js';
import type Mocha from 'mocha';
import { Reporter, reportError } from './reporter';

const testTimeout = 60_000;

/**
 * Runs the suites inside VS Code.
 *
 * @param load requires the test files; they find mocha's functions in the global scope
 * @param grep runs only the tests whose full title matches
 * @throws if a test fails or a file does not load: VS Code then ends with a failure
 */
export async function runSuites(load: () => void, grep?: string): Promise<void> {
  const { Mocha: MochaClass } = globalThis as unknown as { Mocha: typeof Mocha };
  // Mocha asks a reporter for nothing but its constructor; the types also want what its own base class has.
  const reporter = Reporter as unknown as Mocha.ReporterConstructor;
  const mocha = new MochaClass({ ui: 'bdd', reporter, timeout: testTimeout });
  if (grep !== undefined) mocha.grep(grep);
  try {
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    load();
  } catch (error) {
    reportError(error);
    throw error;
  }
  const failures = await new Promise<number>(resolve => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
