import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer } from '../support/behaviour.ts'
import { createCanary } from '../support/canary.ts'
import { authority, goodTls, HOST } from '../support/certificates.ts'
import { runCli } from '../support/cli.ts'
import { dialerTo } from '../support/probe-bench.ts'
import { startProxy, type TestProxy } from '../support/proxy-server.ts'

const mailPassword = createCanary()
const proxyPassword = createCanary()

let directory: string
let server: ScriptedServer
let proxy: TestProxy
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mailwright-proxy-'))
  await writeFile(join(directory, 'ca.pem'), authority.certificate)
  server = await startScriptedServer(mailServer('imap', 'tls', goodTls))
  proxy = await startProxy({ kind: 'http', wants: { userName: 'anna', password: proxyPassword.secret } })
  proxy.leadTo(dialerTo({ 993: server }))
})
afterAll(async () => {
  await proxy.stop()
  await server.stop()
  await rm(directory, { recursive: true, force: true })
})

const bare = () => `http://127.0.0.1:${proxy.server().port}`
const signedIn = () => bare().replace('//', `//anna:${encodeURIComponent(proxyPassword.secret)}@`)

async function check(args: readonly string[], env: NodeJS.ProcessEnv) {
  const common = ['--imap', `${HOST}:993:tls`, '--password-stdin', '--ca', join(directory, 'ca.pem')]
  const run = await runCli(['check', 'anna@example.test', ...common, ...args], {
    input: `${mailPassword.secret}\n`,
    env,
  })
  const said = run.results + run.progress
  expect([...proxyPassword.formsIn(said), ...mailPassword.formsIn(said)], 'no secret is printed').toEqual([])
  return { ...run, said }
}

test.each<readonly [string, readonly string[], () => NodeJS.ProcessEnv]>([
  ['MAILWRIGHT_PROXY', [], () => ({ MAILWRIGHT_PROXY: signedIn() })],
  ['--proxy, with its password in HTTPS_PROXY', ['--proxy'], () => ({ HTTPS_PROXY: signedIn() })],
])('%s: the test goes through the proxy, and no report holds its password', async (name, option, env) => {
  const report = join(directory, `${name.length}.md`)
  const args = [...option, ...(option.length > 0 ? [bare()] : []), '--report', report]
  const { status, said } = await check(args, env())
  expect({ status, said }).toMatchObject({ status: 0, said: expect.stringContaining('proxy') })
  const written = await readFile(report, 'utf8')
  expect(written).toContain(`127.0.0.1:${proxy.server().port}`)
  expect([...proxyPassword.formsIn(written), ...mailPassword.formsIn(written)]).toEqual([])
  expect(proxy.requests).toContain(`${HOST}:993`)
})

test('without its password the proxy is named as the cause, in words and in JSON', async () => {
  const { status, results } = await check(['--proxy', bare(), '--json'], {})
  expect(status).toBe(1)
  expect(JSON.parse(results)).toMatchObject({
    endpoints: [{ code: 'PROXY_AUTH', passwordSent: 'no', findings: [{ turn: 'you' }] }],
  })
})

test('a password in the option is wrong usage, and nothing is opened', async () => {
  const before = proxy.requests.length
  const { status, said } = await check(['--proxy', signedIn()], {})
  expect(status).toBe(2)
  expect(said).toContain('MAILWRIGHT_PROXY')
  expect(proxy.requests.length).toBe(before)
})
