import { fillTag, type Act, type Behaviour } from '../support/behaviour.ts'
import type { ServerCase } from './cases.ts'
import type { EastName } from './east-names.ts'

type ImapName = NonNullable<EastName['imap']>

/** What an attacker on the network would like a user to read. */
const LURE = 'Call +1 800 555 0100 now'

const clear = (
  east: ImapName,
  name: string,
  behaviour: Behaviour,
  ending: Pick<ServerCase, 'code'> & Partial<Pick<ServerCase, 'passwordSent'>>,
): ServerCase => ({
  id: 'EAST',
  east: { imap: east },
  name,
  protocols: ['imap'],
  security: 'starttls',
  behaviour: () => behaviour,
  passwordSent: 'no',
  ...ending,
})

/** The upgrade as an honest server does it, with these words before, behind and after the go-ahead. */
const upgradeWith =
  ({ before = '', behind = '', after = '' }): Act =>
  async (turn) => {
    const { conversation, tls } = turn
    await conversation.sendRaw(fillTag(`${before}{tag} OK begin\r\n${behind}`, turn))
    if (!(await conversation.startTls(tls))) return
    turn.onEncrypted()
    await conversation.sendRaw(after)
  }

const WITHOUT_UPGRADE = { starttls: '{tag} BAD unknown command' } as const

const NEGOTIATION: readonly ServerCase[] = [
  clear(
    'Negotiation/D_1',
    'neither capabilities nor an upgrade are known',
    { greeting: '* OK ready', capabilities: '{tag} BAD unknown command', ...WITHOUT_UPGRADE },
    { code: 'STARTTLS_MISSING' },
  ),
  clear(
    'Negotiation/D_2',
    'the greeting is that of an older protocol, which has no upgrade',
    {
      greeting: '* OK [CAPABILITY IMAP4] ready',
      capabilities: '* CAPABILITY IMAP4\r\n{tag} OK',
      ...WITHOUT_UPGRADE,
    },
    { code: 'STARTTLS_MISSING' },
  ),
  clear(
    'Negotiation/D_3',
    'the capabilities are those of an older protocol, which has no upgrade',
    { greeting: '* OK ready', capabilities: '* CAPABILITY IMAP4\r\n{tag} OK', ...WITHOUT_UPGRADE },
    { code: 'STARTTLS_MISSING' },
  ),
]

const PREAUTH: readonly ServerCase[] = (
  [
    ['Negotiation/P', 'STARTTLS LOGINDISABLED'],
    ['Negotiation/P_1', ''],
    ['Negotiation/P_2', 'AUTH=PLAIN AUTH=LOGIN'],
    ['Negotiation/P_3', 'STARTTLS AUTH=PLAIN AUTH=LOGIN'],
    ['Negotiation/P_4', 'AUTH=PLAIN AUTH=LOGIN'],
    ['Negotiation/P_5', 'STARTTLS AUTH=PLAIN AUTH=LOGIN'],
    // The attacker claims a session, and refers the client that opens its mailbox to another server.
    ['Negotiation/M_1_A', 'MAILBOX-REFERRALS'],
  ] as const
).map(([east, capabilityNames]) =>
  clear(
    east,
    `PREAUTH in the clear, with ${capabilityNames === '' ? 'no way to sign in' : capabilityNames}`,
    {
      greeting: `* PREAUTH [CAPABILITY IMAP4rev1 ${capabilityNames}] ready`.replace(' ]', ']'),
      mailbox: '{tag} NO [REFERRAL IMAP://;AUTH=*@attacker.example.test:243/inbox] select failed',
    },
    { code: 'STARTTLS_TAMPERED' },
  ),
)

const BUFFERING: readonly ServerCase[] = [
  clear(
    'Buffering/B_2',
    'an alarming message is hidden in front of the go-ahead',
    { starttls: upgradeWith({ before: `* OK [ALERT] ${LURE}\r\n` }) },
    { code: 'OK', passwordSent: 'yes' },
  ),
  clear(
    'Buffering/B_2',
    'an alarming message is hidden behind the go-ahead',
    { starttls: upgradeWith({ behind: `* OK [ALERT] ${LURE}\r\n` }) },
    { code: 'STARTTLS_TAMPERED' },
  ),
  clear(
    'Buffering/B_2',
    'the server itself has something to say once the connection is encrypted',
    { starttls: upgradeWith({ after: '* OK [ALERT] maintenance on Sunday\r\n' }) },
    { code: 'OK', passwordSent: 'yes' },
  ),
  clear(
    'Buffering/B_3',
    'a farewell is hidden behind the go-ahead',
    { starttls: upgradeWith({ behind: '* BYE close the connection please\r\n' }) },
    { code: 'STARTTLS_TAMPERED' },
  ),
]

/** Words that were in the clear; they may be shown nowhere. */
export const SPOOFING_CASES: readonly ServerCase[] = [
  ...(
    [
      ['01_alert', 'ALERT'],
      ['02_badcharset', 'BADCHARSET (UTF-8)'],
      ['03_parse', 'PARSE'],
    ] as const
  ).flatMap(([name, code]) => [
    clear(
      `UI Spoofing/greeting/ok/${name}`,
      `a greeting carries a text for the user: ${code}`,
      {
        greeting: `* OK [${code}] ${LURE}`,
        capabilities: '* CAPABILITY IMAP4rev1\r\n{tag} OK',
        ...WITHOUT_UPGRADE,
      },
      { code: 'STARTTLS_MISSING' },
    ),
    clear(
      `UI Spoofing/greeting/no/${name}`,
      `a greeting that is none carries a text for the user: ${code}`,
      { greeting: `* NO [${code}] ${LURE}` },
      { code: 'SERVER_REJECTED' },
    ),
  ]),
  clear(
    'UI Spoofing/starttls/ok/01_alert',
    'an alarming message comes with the go-ahead, and the upgrade is genuine',
    { greeting: '* OK ...', starttls: upgradeWith({ before: `* OK [ALERT] ${LURE}\r\n` }) },
    { code: 'OK', passwordSent: 'yes' },
  ),
]

/** A server that refers the client that signs in, or opens the mailbox, to another one: port 243 of any host. */
export const REFERRAL_CASES: readonly (ServerCase & { readonly leadsTo: ImapName })[] = [
  {
    ...clear(
      'Negotiation/L_1_A',
      'the sign-in is sent to another server',
      {
        capabilities: '* CAPABILITY IMAP4rev1 LOGIN-REFERRALS AUTH=PLAIN SASL-IR\r\n{tag} OK',
        login: '{tag} NO [REFERRAL IMAP://;AUTH=*@attacker.example.test:243/] try another server',
      },
      { code: 'AUTH_REFERRAL', passwordSent: 'yes' },
    ),
    leadsTo: 'Negotiation/L_1_B',
  },
  ...PREAUTH.filter(({ east }) => east?.imap === 'Negotiation/M_1_A').map((one) => ({
    ...one,
    leadsTo: 'Negotiation/M_1_B' as const,
  })),
  {
    ...clear(
      'Negotiation/M_2_A',
      'the mailbox is said to be at another server',
      { mailbox: '{tag} NO [REFERRAL IMAP://;AUTH=*@attacker.example.test:243/inbox] select failed' },
      { code: 'AUTH_REFERRAL', passwordSent: 'yes' },
    ),
    leadsTo: 'Negotiation/M_2_B',
  },
]

/** Untagged responses, by the name of the published attack; none may be believed before the upgrade to TLS. */
const UNTAGGED = {
  '01_list': 'LIST (\\Noselect) "!" INBOX',
  '02_lsub': 'LSUB () "!" INBOX',
  '03_status_1': 'STATUS Elsewhere (MESSAGES 529 UNSEEN 528)',
  '03_status_2': 'STATUS INBOX (MESSAGES 718 UNSEEN 717)',
  '04_search': 'SEARCH 1 2 3',
  '05_flags': 'FLAGS (\\Seen Forged)',
  '06_exists': '529 EXISTS',
  '07_recent': '529 RECENT',
  '08_expunge': '1 EXPUNGE',
  '09_fetch': '1 FETCH (FLAGS (\\Seen))',
} as const

const untagged = Object.entries(UNTAGGED) as readonly (readonly [keyof typeof UNTAGGED, string])[]
const GREETING = '* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready'

export const TAMPERING_CASES: readonly ServerCase[] = [
  ...untagged.flatMap(([name, text]) => [
    clear(
      `Tampering/untagged/after_greeting/${name}`,
      'a greeting is followed by unsolicited data',
      { greeting: `${GREETING}\r\n* ${text}` },
      { code: 'STARTTLS_TAMPERED' },
    ),
    clear(
      `Tampering/untagged/before_starttls/${name}`,
      'a go-ahead follows unsolicited data, which are discarded',
      { starttls: upgradeWith({ before: `* ${text}\r\n` }) },
      { code: 'OK', passwordSent: 'yes' },
    ),
  ]),
  clear(
    'Tampering/untagged/protocol_state/01_referral',
    'a greeting is followed by a referral',
    { greeting: `${GREETING}\r\n* OK [REFERRAL imaps://attacker.example.test:243] there` },
    { code: 'STARTTLS_TAMPERED' },
  ),
]

/**
 * IMAP, which has the most kinds of unsolicited responses; the other cases are where all three protocols share them.
 */
export const EAST_CASES: readonly ServerCase[] = [
  ...NEGOTIATION,
  ...PREAUTH,
  ...BUFFERING,
  ...SPOOFING_CASES,
  ...REFERRAL_CASES.filter((one) => !PREAUTH.some(({ east }) => east?.imap === one.east?.imap)),
]
