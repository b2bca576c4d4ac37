/**
 * A forge on this machine, for the tests of the watch: git's own server behind https, on loopback, with a certificate that is made here. A
 * repository can be told to misbehave. What is fetched is named by an address as records have it, `https://forge.example.org:<port>/…`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What a repository does instead of serving: see the tests for what becomes of each. */
export type Fault =
  | { readonly is: 'status'; readonly status: number; readonly headers?: Record<string, string> }
  /** Takes the call and never answers. */
  | { readonly is: 'silent' }
  /** Serves so many bytes of what is fetched, then breaks the connection. */
  | { readonly is: 'cut'; readonly bytes: number };

export class Forge {
  readonly #folder: string;
  readonly #server: Server;
  readonly #faults = new Map<string, Fault>();
  /** The paths that were asked for. */
  readonly asked: string[] = [];
  /** The passwords that it was given. */
  readonly passwords: string[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
    const options = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'certificate.pem')) };
    this.#server = createServer(options, (request, response) => this.#answer(request, response));
  }

  static async open(folder: string): Promise<Forge> {
    mkdirSync(folder, { recursive: true });
    makeCertificate(folder);
    const forge = new Forge(folder);
    await new Promise<void>((resolve) => forge.#server.listen(0, '127.0.0.1', resolve));
    return forge;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The address of a repository, `orbit-os/orbit`, as a record has it. */
  web(name: string): string {
    return `https://forge.example.org:${this.#port}/${name}`;
  }

  /** Where the repository lies that is served under a name. */
  directory(name: string): string {
    return join(this.#folder, 'served', name);
  }

  /** From now on the repository of a name misbehaves; or no longer does. */
  set(name: string, fault: Fault | undefined): void {
    if (fault) this.#faults.set(name, fault);
    else this.#faults.delete(name);
  }

  /** Leads the name of the forge to this machine. */
  get resolved(): string {
    return `http.curloptResolve=forge.example.org:${this.#port}:127.0.0.1`;
  }

  /** Makes its certificate a trusted one. */
  get trusted(): string {
    return `http.sslCAInfo=${join(this.#folder, 'certificate.pem')}`;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, search } = new URL(request.url!, 'https://forge.example.org');
    this.asked.push(pathname);
    if (request.headers.authorization !== undefined) this.passwords.push(request.headers.authorization);
    const name = pathname.split('/').slice(1, 3).join('/');
    const fault = this.#faults.get(name);
    if (fault?.is === 'silent') return;
    if (fault?.is === 'status') response.writeHead(fault.status, fault.headers).end();
    else this.#serve(request, response, pathname, search.slice(1), fault?.bytes);
  }

  #serve(request: IncomingMessage, response: ServerResponse, path: string, query: string, most = Infinity): void {
    const server = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env['PATH'],
        GIT_PROJECT_ROOT: join(this.#folder, 'served'),
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_CONFIG_NOSYSTEM: '1',
        HOME: this.#folder,
        REQUEST_METHOD: request.method,
        PATH_INFO: decodeURIComponent(path),
        QUERY_STRING: query,
        CONTENT_TYPE: request.headers['content-type'],
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
        GIT_PROTOCOL: request.headers['git-protocol'] as string | undefined,
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    server.stdin.on('error', () => undefined);
    let isFetch = false;
    request.on('data', (bytes: Buffer) => (isFetch ||= bytes.includes('command=fetch')));
    request.pipe(server.stdin);
    let head: Buffer | undefined = Buffer.alloc(0);
    let sent = 0;
    const send = (bytes: Buffer): void => {
      response.write(isFetch ? bytes.subarray(0, Math.max(0, most - sent)) : bytes);
      sent += bytes.length;
      if (isFetch && sent >= most) setImmediate(() => response.destroy());
    };
    server.stdout.on('data', (bytes: Buffer) => {
      if (!head) return send(bytes);
      head = Buffer.concat([head, bytes]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const lines = head.toString('latin1', 0, end).split('\r\n');
      const headers = Object.fromEntries(lines.map((it) => [it.slice(0, it.indexOf(':')), it.slice(it.indexOf(':') + 2)]));
      response.writeHead(Number.parseInt(headers['Status'] ?? '200', 10), headers);
      const rest = head.subarray(end + 4);
      head = undefined;
      send(rest);
    });
    server.stdout.on('end', () => response.end());
    response.on('close', () => server.kill());
  }
}

/** A certificate for the name of the forge, trusted by nobody; elliptic keys are made at once. */
function makeCertificate(folder: string): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem'];
  const subject = ['-subj', '/CN=forge.example.org', '-addext', 'subjectAltName=DNS:forge.example.org'];
  const { status, error } = spawnSync('openssl', ['req', '-x509', ...key, '-days', '2', ...subject, '-out', 'certificate.pem'], {
    cwd: folder,
  });
  if (status !== 0) throw new Error(`openssl made no certificate (${error?.message ?? status})`);
}
