import { fail, ok } from '#shared/outcome.ts'
import type { FixForm, ServiceFix } from '#shared/programs/fix/fix-form.ts'
import { replaceValue } from '#shared/programs/fix/keyed-section.ts'
import type { Edit } from '#shared/programs/fix/text-edit.ts'
import { defaultPort } from '#shared/programs/program-account.ts'
import { fetchmailPolls, type FetchmailPoll } from '#shared/programs/readers/fetchmail-polls.ts'

/** Words in any order: those of the server stand behind its name, those of a user at the end of what is said of that one. */
export const fixFetchmail: FixForm = (text, fix) => {
  const poll = fetchmailPolls(text).filter(hasProtocol)[fix.index]
  const { has, wanted } = fix
  if (poll === undefined || wanted.encryption === 'if-offered' || wanted.encryption === 'none')
    return fail('FIX_FORM')
  if (wanted.method !== has.method && wanted.method !== 'password') return fail('FIX_VALUE')
  if (wanted.userName !== has.userName && poll.values.get('user') === undefined) return fail('FIX_FORM')
  return ok([
    ...hostEdits(text, poll, wanted.host),
    ...portEdits(text, poll, wanted),
    ...encryptionEdits(text, poll, wanted.encryption),
    ...certificateEdits(poll),
    ...userEdits(text, poll, fix),
    ...methodEdits(text, poll, fix),
  ])
}

/** Those that the reader makes an account of. */
function hasProtocol({ values }: FetchmailPoll): boolean {
  return /^(?:imap.*|auto|pop3|apop)$/i.test(values.get('protocol')?.value ?? 'auto')
}

function replaced(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  value: string,
) {
  return replaceValue(text, { valueStart: start, valueEnd: end }, value)
}

function behind({ end }: { readonly end: number }, words: string): Edit {
  return { start: end, end, text: ` ${words}` }
}

function hostEdits(text: string, { host, values }: FetchmailPoll, wanted: string): readonly Edit[] {
  const via = values.get('via')?.words[1]
  return [replaced(text, via ?? host, wanted)]
}

/** One that is not there is that of the encryption, for every user of the server by itself. */
function portEdits(
  text: string,
  { host, values }: FetchmailPoll,
  wanted: ServiceFix['wanted'],
): readonly Edit[] {
  const port = values.get('port')
  if (port === undefined && wanted.port === defaultPort(wanted.protocol, wanted.encryption)) return []
  const word = port?.of === 'defaults' ? undefined : port?.words[1]
  return [
    word === undefined ? behind(host, `service ${wanted.port}`) : replaced(text, word, String(wanted.port)),
  ]
}

/** Without `ssl`, a version of TLS is what makes STARTTLS required. */
function encryptionEdits(
  text: string,
  { values, last }: FetchmailPoll,
  wanted: 'tls' | 'starttls',
): readonly Edit[] {
  const ssl = values.get('ssl')
  if (wanted === 'tls') return ssl === undefined ? [behind(last, 'ssl')] : []
  const [own] = ssl?.of === 'user' ? ssl.words : []
  const without = ssl === undefined ? [] : [own === undefined ? behind(last, 'no ssl') : removed(text, own)]
  const version = values.get('sslproto')
  const [, word] = version?.of === 'user' ? version.words : []
  const required =
    word === undefined
      ? behind(last, `sslproto 'TLS1.2+'`)
      : { start: word.start, end: word.end, text: `'TLS1.2+'` }
  return [...without, required]
}

/** With the blank in front of it, if that is no line break. */
function removed(text: string, { start, end }: { readonly start: number; readonly end: number }): Edit {
  return { start: /[ \t]/.test(text[start - 1] ?? '') ? start - 1 : start, end, text: '' }
}

/** It verifies certificates unless it is told otherwise. */
function certificateEdits({ values, last }: FetchmailPoll): readonly Edit[] {
  const off = values.get('no sslcertck')
  const [no, word] = off?.words ?? []
  if (off === undefined || no === undefined || word === undefined) return []
  return off.of === 'user' ? [{ start: no.start, end: word.start, text: '' }] : [behind(last, 'sslcertck')]
}

function userEdits(text: string, { values }: FetchmailPoll, { has, wanted }: ServiceFix): readonly Edit[] {
  const [, word] = values.get('user')?.words ?? []
  if (word === undefined || wanted.userName === null || wanted.userName === has.userName) return []
  return [replaced(text, word, wanted.userName)]
}

function methodEdits(
  text: string,
  { values, last }: FetchmailPoll,
  { has, wanted }: ServiceFix,
): readonly Edit[] {
  if (wanted.method === has.method) return []
  const auth = values.get('auth')
  const [, word] = auth?.of === 'user' ? auth.words : []
  const protocol = values.get('protocol')
  const [, apop] = /^apop$/i.test(protocol?.value ?? '') ? (protocol?.words ?? []) : []
  return [
    word === undefined ? behind(last, 'auth password') : replaced(text, word, 'password'),
    ...(apop === undefined ? [] : [replaced(text, apop, 'pop3')]),
  ]
}
