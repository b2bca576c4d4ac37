import { serve, SysError, type Channel, type ChannelContext, type ChannelHandler, type ErrorCode } from '../starina.ts';

/** The names that are taken, each with the channel on which its owner hears of whoever looks it up. */
const owners = new Map<string, Channel>();

/** `new:printer` takes the name; `printer` asks for a channel to who has it. */
const names: ChannelHandler = {
  isReceivable: ({ sender }) => sender.isWritable(),
  open: (ctx, callId, uri) => (uri.startsWith('new:') ? take(ctx, callId, uri.slice(4)) : lookUp(ctx, callId, uri)),
  disconnected: ({ sender }) => sender.close(),
};

/** The owner is given a listen channel; when it closes it, the name is free again. */
function take({ sender, dispatcher, newChannel, info }: ChannelContext, callId: number, name: string): void {
  if (owners.has(name)) return abort(sender, callId, 'AlreadyExists');
  const [ours, theirs] = newChannel();
  if (!answered(sender, callId, theirs)) return ours.close();
  info(`${name} is taken`);
  owners.set(name, ours);
  dispatcher.addChannel(ours, {
    disconnected: ({ sender: listen }) => {
      owners.delete(name);
      listen.close();
    },
  });
}

/** Makes a channel between the two: one end goes to the owner by Connect, the other to who asks. */
function lookUp({ sender, newChannel, info }: ChannelContext, callId: number, name: string): void {
  const owner = owners.get(name);
  if (owner === undefined) return abort(sender, callId, 'NotFound');
  const [forOwner, forClient] = newChannel();
  try {
    owner.send({ kind: 'Connect', ch: forOwner });
  } catch (problem) {
    forOwner.close();
    forClient.close();
    return abort(sender, callId, problem instanceof SysError && problem.code === 'Full' ? 'InUse' : 'NotFound');
  }
  info(`${name} is looked up`);
  answered(sender, callId, forClient);
}

/** Whether the channel is on its way; one that the client cannot be given is closed. */
function answered(sender: Channel, callId: number, ch: Channel): boolean {
  try {
    sender.send({ kind: 'OpenReply', callId, ch });
    return true;
  } catch {
    ch.close(); // NoPeer: nobody is there to take it
    return false;
  }
}

function abort(sender: Channel, callId: number, reason: ErrorCode): void {
  try {
    sender.send({ kind: 'Abort', callId, reason });
  } catch {
    // NoPeer: nobody waits for it.
  }
}

export const service = serve({
  name: 'names',
  answersData: false,
  connected: ({ dispatcher }, ch) => dispatcher.addChannel(ch, names),
});
