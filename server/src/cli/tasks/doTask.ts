import { type FileError, fileError, tracesOf } from '../errors';
import { About, failureOf } from './about';
import type { Answer, Results, Task } from './task';

/** Does one task; whatever goes wrong is in the answer, and keeps no other task from being done. */
export async function doTask<T extends Task>(task: T): Promise<Answer<Results[T['kind']]>> {
  const about = new About();
  let result: Results[T['kind']] | null = null;
  let unexpected: string | null = null;
  try {
    result = (await resultOf(task, about)) as Results[T['kind']];
  } catch (error) {
    const failure = asFileError(task.path, error);
    if (failure) about.failures.push(failureOf(failure));
    else unexpected = tracesOf(error);
  }
  const { failures, configuration, failedRules } = about;
  return { result, failures, unexpected, configuration, failedRules: [...failedRules] };
}

/** What each kind needs is loaded when it is first asked for. */
async function resultOf(task: Task, about: About): Promise<Results[Task['kind']]> {
  switch (task.kind) {
    case 'check':
      return (await import('./checkTask')).checkTask(task, about);
    case 'export':
      return (await import('./exportTask')).exportTask(task, about);
    case 'import':
      return (await import('./importTask')).importTask(task, about);
  }
}

function asFileError(path: string, error: unknown): FileError | null {
  try {
    return fileError(path, error);
  } catch {
    return null;
  }
}
