import type { SubmissionRow } from './submission-queries';

type Known = Pick<SubmissionRow, 'client' | 'state'> & { client_version?: number | null };

export type SubmissionKind = 'NEW' | 'CHANGE';

/**
 * What was proposed when it was submitted: a change names the version of the file that it was made on. A line
 * of the list does not tell that version, and one that was accepted has a file either way: it may be both.
 */
export function submissionKind({ client, state, client_version }: Known): SubmissionKind | null {
  if (client_version !== undefined) return client_version === null ? 'NEW' : 'CHANGE';
  if (!client) return 'NEW';
  return state === 'ACCEPTED' ? null : 'CHANGE';
}

/** The same of one that was read whole, where a version left out is no version. */
export function kindOfWhole(submission: Known): SubmissionKind {
  return submission.client_version ? 'CHANGE' : 'NEW';
}
