import { expect, test } from 'vitest';
import { topicOf } from './rule-topics.ts';

test.each([
  ['themelios.audit.chain', 'audit'],
  ['orbit.turning-fast.never', 'turning fast'],
  ['orbit', ''],
])('%s is about %j', (id, topic) => expect(topicOf(id)).toBe(topic));
