import { serve, type ChannelHandler } from '../starina.ts';

/** Sends back what comes. It takes a message only when the answer has room, so no answer is ever refused as Full. */
const echo: ChannelHandler = {
  isReceivable: ({ sender }) => sender.isWritable(),

  data({ sender }, data) {
    try {
      sender.send({ kind: 'Data', data });
    } catch {
      // NoPeer: the client has gone, and `disconnected` is called next.
    }
  },

  disconnected({ sender }) {
    sender.close();
  },
};

export const service = serve({
  name: 'echo',
  answersData: true,

  connected({ dispatcher, info }, ch) {
    info('client connected');
    dispatcher.addChannel(ch, echo);
  },
});
