import type { Protocol } from '#shared/domain/protocol.ts'

const numbered = <P extends string, N extends string>(prefix: P, ...names: readonly N[]) =>
  names.map((name): `${P}${N}` => `${prefix}${name}`)

const UNTAGGED = [
  '01_list',
  '02_lsub',
  '03_status_1',
  '03_status_2',
  '04_search',
  '05_flags',
  '06_exists',
  '07_recent',
  '08_expunge',
  '09_fetch',
] as const

/**
 * The cases of the Email Analysis Toolkit (EAST; Poddebniak et al., "Why TLS Is Better Without STARTTLS", USENIX
 * Security 2021) by their published names, for the protocols Mailwright supports. Theirs are configurations of a
 * server and need a person who watches; ours are transcripts with one right ending each.
 */
export const EAST_NAMES = {
  smtp: [...numbered('Negotiation/', 'O_1', 'O_2', 'O_3', 'O_4', 'D_1'), ...numbered('Buffering/', 'B_1')],
  pop3: [...numbered('Negotiation/', 'O_1', 'O_2', 'O_3', 'O_4'), ...numbered('Buffering/', 'B_1', 'B_2')],
  imap: [
    ...numbered('Negotiation/', 'O_1', 'O_2', 'O_3', 'O_4', 'D_1', 'D_2', 'D_3'),
    ...numbered('Negotiation/', 'P', 'P_1', 'P_2', 'P_3', 'P_4', 'P_5'),
    ...numbered('Negotiation/', 'L_1_A', 'L_1_B', 'M_1_A', 'M_1_B', 'M_2_A', 'M_2_B'),
    ...numbered('Buffering/', 'B_1', 'B_2', 'B_3'),
    ...numbered('UI Spoofing/greeting/ok/', '01_alert', '02_badcharset', '03_parse'),
    ...numbered('UI Spoofing/greeting/no/', '01_alert', '02_badcharset', '03_parse'),
    ...numbered('UI Spoofing/starttls/ok/', '01_alert'),
    ...numbered('Tampering/untagged/after_greeting/', ...UNTAGGED),
    ...numbered('Tampering/untagged/before_starttls/', ...UNTAGGED),
    ...numbered('Tampering/untagged/protocol_state/', '01_referral'),
  ],
} as const satisfies Readonly<Record<Protocol, readonly string[]>>

/** The published name of a case, for each protocol it has one in. */
export type EastName = { readonly [P in Protocol]?: (typeof EAST_NAMES)[P][number] }
