/** The services to start from. Each is a file of the repository; its text is what the editor is given. */
const texts = import.meta.glob<string>('./services/*.ts', { query: '?raw', import: 'default', eager: true });

export interface ShippedService {
  readonly id: 'echo' | 'name-server' | 'file-server';
  readonly title: string;
  /** What it does, and what is worth changing in it. */
  readonly what: string;
  readonly text: string;
}

export const shippedServices: readonly ShippedService[] = [
  {
    id: 'echo',
    title: 'Echo server',
    what: 'Sends back what comes. Take isReceivable or the catch away, and a client that does not read, or has gone, makes it panic.',
    text: texts['./services/echo.ts']!,
  },
  {
    id: 'name-server',
    title: 'Name server',
    what: 'A client takes a name; another looks it up. Both get an end of a new channel, so that they talk without the server.',
    text: texts['./services/name-server.ts']!,
  },
  {
    id: 'file-server',
    title: 'File server',
    what: 'Opens a file on a data channel of its own, on which it is read and written. An Open of no file is answered with Abort.',
    text: texts['./services/file-server.ts']!,
  },
];
