/** Names of definitions in short files of our own: which lines lie in what. */
import { beforeAll, describe, expect, test } from 'vitest';
import { DefinitionReader } from './definition-of.ts';

let reader: DefinitionReader;
beforeAll(async () => {
  reader = await DefinitionReader.load();
});

const named = (path: string, text: string, ...ranges: [number, number][]) => reader.namesIn(path, text.split('\n'), ranges);

test('every language that is cited has its parser', () => {
  expect(reader.missing).toEqual([]);
  expect(['a.rs', 'b/c.go', 'd.zig'].every((it) => reader.reads(it))).toBe(true);
  expect(['Makefile', 'a.md', 'go'].some((it) => reader.reads(it))).toBe(false);
});

describe('Rust', () => {
  const text = `use core::fmt;

/// Waits.
#[derive(Debug)]
pub struct Poll<T> {
    queue: T,
}

impl<T> fmt::Display for crate::Poll<T> {
    fn fmt(&self) -> u8 {
        const MOST: u8 = 4;
        *self.queue = MOST;
        MOST
    }

    fn other() {}
}

mod inner {
    pub trait Wait {
        fn wait(&self);
    }
}
const LIMIT: u8 = 3;`;

  test('a method has its type before it, and what is set aside in a function has the name of the function', () => {
    expect(named('a.rs', text, [10, 14], [11, 11], [12, 12], [13, 14])).toEqual(Array(4).fill('Poll::fmt'));
  });
  test('lines of two methods are of the type', () => {
    expect(named('a.rs', text, [10, 16], [12, 16])).toEqual(['Poll', 'Poll']);
  });
  test('comments and attributes before a definition are of it', () => {
    expect(named('a.rs', text, [3, 7], [4, 6])).toEqual(['Poll', 'Poll']);
  });
  test('what is declared in a module, and a constant', () => {
    expect(named('a.rs', text, [21, 21], [24, 24])).toEqual(['inner::Wait::wait', 'LIMIT']);
  });
  test('lines of several definitions, or of none, have no name', () => {
    expect(named('a.rs', text, [1, 1], [5, 14], [1, 24], [8, 8])).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('Go', () => {
  const text = `package main

const (
\tfirst = iota
\tsecond
)

type Store struct {
\tsize int
}

type Reader interface {
\tRead() int
}

// Grow grows.
func (s *Store[T]) Grow() {
\tvar by = 2
\ts.size += by
}

func run() {}`;

  test('a method has the type of its receiver, and a local variable is none', () => {
    expect(named('a.go', text, [15, 20], [18, 18], [19, 19])).toEqual(['Store.Grow', 'Store.Grow', 'Store.Grow']);
  });
  test('a type with its first word, a field of it, a method that is asked for', () => {
    expect(named('a.go', text, [8, 10], [9, 9], [13, 13])).toEqual(['Store', 'Store', 'Reader.Read']);
  });
  test('one constant of a group has a name, and the group has none', () => {
    expect(named('a.go', text, [4, 4], [3, 6], [22, 22])).toEqual(['first', undefined, 'run']);
  });
});

describe('Zig', () => {
  const text = `const std = @import("std");

pub const Task = struct {
    id: u32,

    pub fn wake(self: *Task) void {
        const next = self.id;
        _ = next;
    }
};

fn Queue(comptime T: type) type {
    return struct {
        fn push(it: T) void {
            _ = it;
        }
    };
}

test "a queue" {
    _ = 1;
}`;

  test('a function has the struct around it, or the function that makes one', () => {
    expect(named('a.zig', text, [6, 9], [7, 8], [15, 15])).toEqual(['Task.wake', 'Task.wake', 'Queue.push']);
  });
  test('a struct and a field of it; a test has no name of its own', () => {
    expect(named('a.zig', text, [3, 10], [4, 4], [20, 22])).toEqual(['Task', 'Task', undefined]);
  });
});

test('a file that is half a program is read as far as it goes', () => {
  expect(named('a.rs', 'fn whole() {\n    1;\n}\nfn half( {', [2, 2])).toEqual(['whole']);
});

test('a file in no language that is read has no names', () => {
  expect(named('Makefile', 'all:\n\techo', [1, 2])).toEqual([undefined]);
});
