import { EventEmitter } from 'node:events';

/** A member that the fake has not got fails by name instead of being undefined. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(held, key) {
      if (typeof key === 'symbol' || key in held || key === 'then' || key === 'toJSON') {
        const value = Reflect.get(held, key, held);
        return typeof value === 'function' && !value.prototype ? value.bind(held) : value;
      }
      throw new Error(`fake electron: ${name}.${key} is not in the fake`);
    },
  });
}

/** Listening for what the fake never tells fails too: such a listener would look tested and never run. */
export class ToldEvents extends EventEmitter {
  readonly #name: string;
  readonly #told: ReadonlySet<string>;

  constructor(name: string, told: readonly string[]) {
    super();
    this.#name = name;
    this.#told = new Set(told);
  }

  override on(event: string, listener: (...args: never[]) => void): this {
    this.#check(event);
    return super.on(event, listener as never);
  }

  override once(event: string, listener: (...args: never[]) => void): this {
    this.#check(event);
    return super.once(event, listener as never);
  }

  #check(event: string): void {
    if (!this.#told.has(event))
      throw new Error(`fake electron: the event "${event}" of ${this.#name} is not in the fake`);
  }
}

/** Options of Electron that the fake does not know would silently do nothing. */
export function checkOptions(name: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((option) => !known.includes(option));
  if (unknown) throw new Error(`fake electron: ${name} { ${unknown} } is not in the fake`);
}

/** What crosses between processes is cloned; Playwright would turn these into {} without a word. */
export function portable<T>(value: T): T {
  if (value instanceof Map || value instanceof Set || value instanceof ArrayBuffer)
    throw new Error('fake electron: send a plain object or an array across windows');
  if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) Object.values(value).forEach(portable);
  return value;
}

/** An event whose default can be prevented. */
export function preventable<T extends object>(details: T) {
  let isPrevented = false;
  const event = {
    ...details,
    preventDefault: () => {
      isPrevented = true;
    },
  };
  return { event, isPrevented: () => isPrevented };
}
