import { Duplex } from 'node:stream'

// Loaded before a program under test (`--import`), this file breaks the first write to a network that has the secret in
// it, with an error that quotes what was to be written: the worst of messages at the worst of moments.
const kind = process.env['MAILWRIGHT_CRASH']
const { write } = Duplex.prototype as { readonly write: (this: Duplex, ...rest: unknown[]) => boolean }

function isSignIn(chunk: unknown): chunk is string {
  return typeof chunk === 'string' && /^(?:AUTH|A\d+ (?:AUTHENTICATE|LOGIN)) /.test(chunk)
}

function quoting(chunk: string): Error {
  const [, blob = ''] = /(\S+)\r\n$/.exec(chunk) ?? []
  const secret = Buffer.from(blob, 'base64').toString('utf8').split('\0').at(-1) ?? ''
  return Object.assign(new TypeError(`cannot write ${chunk} (${secret})`), { password: secret, code: secret })
}

if (kind !== undefined)
  Duplex.prototype.write = function breaking(this: Duplex, chunk: unknown, ...rest: unknown[]) {
    if (isSignIn(chunk)) {
      const error = quoting(chunk)
      if (kind === 'thrown') throw error
      if (kind === 'uncaught')
        setImmediate(() => {
          throw error
        })
      if (kind === 'unhandled') void Promise.reject(error)
    }
    return Reflect.apply(write, this, [chunk, ...rest])
  }
