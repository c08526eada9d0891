import childProcess from 'node:child_process'
import dns from 'node:dns'
import fs from 'node:fs'
import { registerHooks, syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { watchVitals } from '../vitals.ts'

// Loaded before a program under test (`--import`), this file counts what the program does to the world, and answers a
// parent that asks for it. There is a keychain that counts in the place of the true one.

/** What a program has done since it was last asked. */
export interface Effects {
  /** In the order in which it was done: `connect 127.0.0.1:993`, `write /home/…`, `look-up example.org`. */
  readonly done: readonly string[]
  readonly deafMs: number
  /** On the heap and beside it, after a collection. */
  readonly memoryKb: number
  readonly isPolluted: boolean
  /** TCP connections that are open. */
  readonly connections: number
}

const done: string[] = []
const note = (what: string) => void (done.length < 1_000 && done.push(what))
;(globalThis as { noteKeychain?: (what: string) => void }).noteKeychain = (what) => note(`keychain ${what}`)

type Method = (this: unknown, ...args: unknown[]) => unknown

function watch(owner: object, name: string, describe: (args: readonly unknown[]) => string | null): void {
  const methods = owner as Record<string, Method | undefined>
  const original = methods[name]
  if (original === undefined) return
  methods[name] = function watched(this: unknown, ...args: unknown[]) {
    const what = describe(args)
    if (what !== null) note(what)
    return original.apply(this, args)
  }
}

watch(net.Socket.prototype, 'connect', ([first]) => {
  const [options] = (Array.isArray(first) ? first : [first]) as { host?: string; port?: number }[]
  return `connect ${options?.host ?? ''}:${options?.port ?? ''}`
})
watch(net.Server.prototype, 'listen', () => 'listen')
watch(childProcess.ChildProcess.prototype, 'spawn', () => 'spawn')
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of [
    'lookup',
    'resolve',
    'resolve4',
    'resolve6',
    'resolveSrv',
    'resolveTxt',
    'resolveMx',
    'resolveNs',
    'resolveCname',
    'resolveTlsa',
    'reverse',
  ])
    watch(owner, name, ([host]) => `look-up ${String(host)}`)

const CHANGING = fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT
const opens = ([path, flags = 'r']: readonly unknown[]) =>
  flags === 'r' || (typeof flags === 'number' && (flags & CHANGING) === 0) ? null : `write ${String(path)}`
for (const owner of [fs, fs.promises]) for (const name of ['open', 'openSync']) watch(owner, name, opens)
for (const owner of [fs, fs.promises])
  for (const name of [
    'writeFile',
    'appendFile',
    'rename',
    'rm',
    'rmdir',
    'unlink',
    'mkdir',
    'mkdtemp',
    'link',
    'symlink',
    'chmod',
    'utimes',
    'truncate',
    'copyFile',
  ])
    for (const form of [name, `${name}Sync`]) watch(owner, form, ([path]) => `${name} ${String(path)}`)
syncBuiltinESMExports()

const KEYRING = `
const note = globalThis.noteKeychain
export class AsyncEntry {
  constructor() { note('open') }
  async getPassword() { note('read'); return undefined }
  async setPassword() { note('write') }
  async deletePassword() { note('remove'); return true }
  async deleteCredential() { note('remove'); return true }
}`
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@napi-rs/keyring'
      ? { url: `data:text/javascript,${encodeURIComponent(KEYRING)}`, shortCircuit: true }
      : next(specifier, context),
})

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
let vitals = watchVitals()

process.on('message', (message) => {
  if ((message as { type?: unknown }).type !== 'effects') return
  const { deafMs } = vitals()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.({
    type: 'effects',
    effects: {
      done: done.splice(0),
      deafMs,
      memoryKb: Math.round((heapUsed + external) / 1_024),
      isPolluted: 'polluted' in {},
      connections: process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length,
    } satisfies Effects,
  })
  vitals = watchVitals()
})
