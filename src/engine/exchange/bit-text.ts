/** Numbers as a text that may stand in a fragment: bits, six to a character (base64url, RFC 4648 section 5, without padding). */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const DIGIT_BITS = 6;
/** A number of unknown size goes in groups of this many bits, each after a bit that says that it follows. */
const GROUP_BITS = 4;
/** More groups than any number here needs. */
const MOST_GROUPS = 8;

export class BitWriter {
  private readonly bits: number[] = [];

  /** The lowest `width` bits of `value`, which is not negative. */
  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) this.bits.push(Math.floor(value / 2 ** bit) % 2);
  }

  /** A number below 2^31, the fewer bits the smaller it is. */
  writeAny(value: number): void {
    for (let rest = value; rest > 0; rest = Math.floor(rest / 2 ** GROUP_BITS)) {
      this.write(1, 1);
      this.write(rest % 2 ** GROUP_BITS, GROUP_BITS);
    }
    this.write(0, 1);
  }

  text(): string {
    let text = '';
    for (let at = 0; at < this.bits.length; at += DIGIT_BITS) {
      let digit = 0;
      for (let bit = 0; bit < DIGIT_BITS; bit++) digit = digit * 2 + (this.bits[at + bit] ?? 0);
      text += DIGITS[digit]!;
    }
    return text;
  }
}

/** Reads what a BitWriter wrote. Past the end, and past a character that is none of its own, it reads `undefined`. */
export class BitReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** How many bits are left. */
  get left(): number {
    return this.text.length * DIGIT_BITS - this.at;
  }

  read(width: number): number | undefined {
    if (width > this.left) return undefined;
    let value = 0;
    for (const end = this.at + width; this.at < end; this.at++) {
      const digit = DIGITS.indexOf(this.text[Math.floor(this.at / DIGIT_BITS)]!);
      if (digit < 0) return undefined;
      value = value * 2 + ((digit >> (DIGIT_BITS - 1 - (this.at % DIGIT_BITS))) & 1);
    }
    return value;
  }

  readAny(): number | undefined {
    let value = 0;
    for (let group = 0; group <= MOST_GROUPS; group++) {
      const more = this.read(1);
      if (more === 0) return value;
      const part = more === undefined ? undefined : this.read(GROUP_BITS);
      if (part === undefined) return undefined;
      value += part * 2 ** (group * GROUP_BITS);
    }
    return undefined;
  }
}
