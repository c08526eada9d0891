import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { reportHtml } from '#shared/report/report-html.ts'
import { reportJson } from '#shared/report/report-json.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { mailServer } from '../support/behaviour.ts'
import { authority, goodTls, HOST } from '../support/certificates.ts'
import { runCli } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'
import { BLOCKED, REJECTED, reportWith, SENDING, WORKING } from '../unit/shared/report/report-kit.ts'

let folder = ''
let names: DnsServer
let server: ScriptedServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-saved-report-'))
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  await save('yesterday.json', reportJson(reportWith([WORKING, SENDING])))
  await save('today.html', reportHtml(reportWith([REJECTED, BLOCKED]), createTranslator('de')))
  names = await startDnsServer(({ type }) =>
    type === 'A' ? [{ type: 'A', name: HOST, data: '127.0.0.1' }] : [],
  )
  server = await startScriptedServer(mailServer('imap', 'tls', goodTls))
})
afterAll(async () => {
  await server.stop()
  await names.stop()
  await rm(folder, { recursive: true })
})

const place = (name: string) => join(folder, name)

async function save(name: string, content: string): Promise<string> {
  await writeFile(place(name), content)
  return place(name)
}

const report = (...args: readonly string[]) => runCli(['report', ...args, '--no-color'])

describe('check --report', () => {
  test.each([
    ['new.html', /^<!doctype html>/],
    ['new.htm', /^<!doctype html>/],
    ['new.json', /^\{\n {2}"kind": "mailwright-report",\n {2}"schema": 1,/],
    ['new.md', /^# Mail account report\n/],
    ['new', /^# Mail account report\n/],
  ])('writes %s in the form of its name', async (name, form) => {
    const endpoint = `${HOST}:${server.port}:tls`
    const { status } = await runCli([
      'check',
      'anna@example.test',
      '--imap',
      endpoint,
      '--no-login',
      '--report',
      place(name),
      '--ca',
      place('ca.pem'),
      '--dns',
      names.address,
    ])
    expect(status).toBe(0)
    expect(await readFile(place(name), 'utf8')).toMatch(form)
    if (form.source.startsWith('^#')) return
    const shown = await report('show', place(name))
    expect(shown).toMatchObject({ status: 0, progress: '' })
    expect(shown.results).toContain(`imap  ${endpoint}`)
    expect(shown.results).toContain('anna@example.test')
  })
})

describe('report show', () => {
  test('says what a technician asks first, and ends as the check did', async () => {
    const { status, results } = await report('show', place('today.html'))
    expect(status).toBe(1)
    for (const words of [
      'Account: anna@example.org',
      'What failed: User name or password is wrong',
      'Code: AUTH_REJECTED',
      'Server: Incoming (IMAP), imap.example.org:993 SSL/TLS',
      'The server replied: Authentication failed for anna.',
      'Password: Your password was sent, encrypted, to imap.example.org.',
      'Tested: 2026-11-27 15:04:00 UTC, Last worked: 2026-11-20 09:30:00 UTC',
      'Address and network: Connected to 192.0.2.25',
      'Certificate: mail.example.org, Example Mail, issued by Example Authority R3',
      'Versions: Mailwright 0.9.0 (desktop), Linux x86_64',
      'SMTP   smtp.example.org  465 SSL/TLS  another port of this server  answers',
    ])
      expect(results).toContain(words)
  })

  test('says it in the language of the reader, whoever wrote it', async () => {
    const { results } = await runCli(['report', 'show', place('today.html'), '--lang', 'de'])
    expect(results).toContain('Passwort')
  })

  test('reads standard input', async () => {
    const input = await readFile(place('yesterday.json'))
    const { status, results } = await runCli(['report', 'show', '-', '--no-color'], { input })
    expect(status).toBe(0)
    expect(results).toContain('everything works')
  })

  test('gives the report itself as JSON', async () => {
    const { results } = await report('show', place('today.html'), '--json')
    expect(JSON.parse(results)).toEqual(JSON.parse(reportJson(reportWith([REJECTED, BLOCKED]))))
  })
})

describe('report compare', () => {
  test('says what is different, and ends as the second does', async () => {
    const { status, results } = await report('compare', place('yesterday.json'), place('today.html'))
    expect(status).toBe(1)
    expect(results).toContain('imap  Works in the first, not in the second')
    expect(results).toContain('- Code: NET_PORT_BLOCKED, before OK')
    const back = await report('compare', place('today.html'), place('yesterday.json'))
    expect(back.status).toBe(0)
    expect(back.results).toContain('smtp  Works in the second, not in the first')
  })

  test('does so as JSON', async () => {
    const { results } = await report('compare', place('yesterday.json'), place('today.html'), '--json')
    expect(JSON.parse(results)).toMatchObject({
      schema: 1,
      first: { verdict: 'ok' },
      second: { verdict: 'problem' },
      account: 'same',
      services: [
        { protocol: 'smtp', change: 'broken', second: { code: 'NET_PORT_BLOCKED' } },
        { protocol: 'imap', change: 'broken', second: { code: 'AUTH_REJECTED' } },
      ],
    })
  })
})

describe('a report that cannot be read is wrong input', () => {
  test.each([
    ['a text', 'Hello', 'is not a report of Mailwright'],
    [
      'a report of tomorrow',
      reportJson(reportWith([WORKING])).replace('"schema":1', '"schema":9'),
      'A newer Mailwright',
    ],
    [
      'a changed report',
      reportJson(reportWith([WORKING])).replace('"code":"OK"', '"code":"FINE"'),
      'is damaged',
    ],
    ['a bomb of brackets', `{"kind":${'['.repeat(1_000_000)}`, 'is damaged'],
  ])('%s', async (_, content, words) => {
    const file = await save('strange.json', content)
    for (const args of [
      ['show', file],
      ['compare', file, file],
      ['show', file, '--json'],
    ]) {
      const { status, results, progress } = await report(...args)
      expect({ status, results }).toEqual({ status: 2, results: '' })
      expect(progress).toContain(words)
    }
  })

  test.each([
    [[]],
    [['show']],
    [['show', 'a', 'b']],
    [['compare', 'a']],
    [['compare', '-', '-']],
    [['print', 'a']],
  ])('the words %j', async (args) => {
    const { status, progress } = await report(...args)
    expect(status).toBe(2)
    expect(progress).toContain('report takes "show" with a file, or "compare" with two')
  })

  test('a file that is not there', async () => {
    const { status, progress } = await report('show', place('nowhere.json'))
    expect(status).toBe(2)
    expect(progress).toContain('there is no such file')
  })
})

test('a report with what a terminal acts upon moves no cursor and begins no line', async () => {
  const trick = '\u001b[2J\u001b]52;c;ZXZpbA==\u0007\u202e\n\u2713 everything works\n'
  const said = reportJson(reportWith([{ ...REJECTED, userName: trick }]))
  const file = await save('tricky.json', said)
  for (const args of [
    ['show', file],
    ['show', file, '--json'],
    ['compare', place('yesterday.json'), file],
  ]) {
    const { results, progress } = await report(...args)
    expect(results + progress).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
    expect(results.split('\n')).not.toContain('\u2713 everything works')
  }
})
