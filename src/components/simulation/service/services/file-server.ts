import { serve, type ChannelContext, type ChannelHandler, type Message } from '../starina.ts';

/** The files, each with its text. They last as long as the service. */
const files = new Map([['motd', 'welcome']]);

/** On a control channel: an Open of a file is answered with a data channel, and anything else with Abort. */
const control: ChannelHandler = {
  isReceivable: ({ sender }) => sender.isWritable(),

  open({ sender, dispatcher, newChannel, info }, callId, uri) {
    const [, mode, name] = /^(file|new):(\w+)$/.exec(uri) ?? [];
    if (mode === undefined || name === undefined) return answer(sender, { kind: 'Abort', callId, reason: 'InvalidUri' });
    if (mode === 'file' && !files.has(name)) return answer(sender, { kind: 'Abort', callId, reason: 'NotFound' });
    if (!files.has(name)) files.set(name, '');
    const [ours, theirs] = newChannel();
    try {
      sender.send({ kind: 'OpenReply', callId, ch: theirs });
    } catch {
      theirs.close(); // NoPeer: the client has gone
      return ours.close();
    }
    info(`${name} is open`);
    dispatcher.addChannel(ours, opened(name));
  },

  disconnected: ({ sender }) => sender.close(),
};

/** On the data channel of a file: `read` is answered with its text, `write …` with the number of characters, anything else with Error. */
const opened = (name: string): ChannelHandler => ({
  isReceivable: ({ sender }) => sender.isWritable(),

  data({ sender }, data) {
    if (data === 'read') return answer(sender, { kind: 'Data', data: files.get(name) ?? '' });
    const [, text] = /^write (.*)$/.exec(data) ?? [];
    if (text === undefined) return answer(sender, { kind: 'Error', reason: 'InvalidArg' });
    files.set(name, text);
    answer(sender, { kind: 'Data', data: String(text.length) });
  },

  disconnected: ({ sender }) => sender.close(),
});

function answer(sender: ChannelContext['sender'], message: Message): void {
  try {
    sender.send(message);
  } catch {
    // NoPeer: nobody waits for it, and `disconnected` is called next.
  }
}

export const service = serve({
  name: 'files',
  answersData: true,
  connected: ({ dispatcher }, ch) => dispatcher.addChannel(ch, control),
});
