import type { components } from './schema';

type ProblemBody = components['schemas']['Problem'];
export type Code = components['schemas']['Code'];

/** Codes for what can go wrong before the service answers; the service never sends these. */
export type LocalCode = 'OFFLINE' | 'NO_PROBLEM_BODY';

/** Every failed call ends as this one error: what the service said, or that it could not be reached. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: Code | LocalCode;
  readonly title: string | null;
  readonly detail: string | null;
  readonly requestId: string | null;
  readonly errors: NonNullable<ProblemBody['errors']>;
  readonly clauses: NonNullable<ProblemBody['clauses']>;
  readonly escalation: ProblemBody['escalation'];
  readonly currentVersion: number | null;
  /** The figures behind the refusal, which the texts of the codes name. */
  readonly params: NonNullable<ProblemBody['params']>;

  constructor(status: number, code: Code | LocalCode, body: Partial<ProblemBody> = {}) {
    super(body.detail ?? body.title ?? code);
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.title = body.title ?? null;
    this.detail = body.detail ?? null;
    this.requestId = body.request_id ?? null;
    this.errors = body.errors ?? [];
    this.clauses = body.clauses ?? [];
    this.escalation = body.escalation ?? null;
    this.currentVersion = body.current_version ?? null;
    this.params = body.params ?? {};
  }

  /** The same refusal of a request whose fields stand elsewhere in the form that it came from. */
  pointingAt(place: (pointer: string) => string): ProblemError {
    const errors = this.errors.map((error) => ({ ...error, pointer: place(error.pointer) }));
    return Object.assign(new ProblemError(this.status, this.code), this, { message: this.message, errors });
  }

  get isOffline(): boolean {
    return this.code === 'OFFLINE';
  }

  /** 404 stands beside 403: a record outside one's scope looks exactly like a missing one. */
  get isForbidden(): boolean {
    return this.status === 403;
  }

  get isStale(): boolean {
    return this.status === 412;
  }
}

function isProblemBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'code') === 'string';
}

export function problemFrom(status: number, body: unknown, requestId: string | null): ProblemError {
  if (isProblemBody(body)) return new ProblemError(status, body.code, body);
  return new ProblemError(status, 'NO_PROBLEM_BODY', requestId ? { request_id: requestId } : {});
}

export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ProblemError(0, 'NO_PROBLEM_BODY', { detail });
}
