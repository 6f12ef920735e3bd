/** The running service with the built application in it; `make e2e` starts one and says where. */
export const service = process.env.ZHIDU_SERVICE ?? 'http://127.0.0.1:8080';

type DemoAccount = { login: string; password: string; role: string };

async function asked<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The first demo account of a role, somebody's by their login, or the first of all. */
export async function demoAccount(role?: string): Promise<DemoAccount> {
  const info = await asked<{ demo_accounts?: DemoAccount[] }>(await fetch(`${service}/api/v1/system/info`));
  const account = info.demo_accounts?.find(
    (one) => role === undefined || one.role === role || one.login === role,
  );
  if (!account) throw new Error(`${service} offers no demo account ${role ?? ''}: start it in demo mode`);
  return account;
}

export type Caller = {
  get: <T>(path: string) => Promise<T>;
  /** Of a record that is there already, on the version that was read. */
  post: <T>(path: string, body: unknown, version?: number) => Promise<T>;
};

/** The API itself, for what a test needs to be there before it looks at a page. */
export async function callAs(role: string): Promise<Caller> {
  const { login, password } = await demoAccount(role);
  const send = (path: string, init?: RequestInit) => fetch(`${service}/api/v1${path}`, init);
  const json = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ login, password });
  const session = await send('/auth/sign-in', { method: 'POST', headers: json, body });
  const { access_token } = await asked<{ access_token: string }>(session);
  const headers = { ...json, Authorization: `Bearer ${access_token}` };
  return {
    get: async (path) => asked(await send(path, { headers })),
    post: async (path, content, version) =>
      asked(
        await send(path, {
          method: 'POST',
          headers: {
            ...headers,
            'Idempotency-Key': crypto.randomUUID(),
            ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
          },
          body: JSON.stringify(content),
        }),
      ),
  };
}

/** Whose the first demo account of a role is, by their id. */
export async function personOf(role: string): Promise<string> {
  const caller = await callAs(role);
  return (await caller.get<{ id: string }>('/me')).id;
}

/** The date so many days from now. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let count = 0;

/** Makes a name one of its kind, over runs as well. */
export function stamp(): string {
  count += 1;
  return `${Date.now().toString(36)}${count}`;
}
