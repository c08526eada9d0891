import type { DeviceCard } from '#shared/devices/device-card.ts'
import type { SendingNeeds } from '#shared/devices/sending-choice.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { AddressProblem, EmailAddress } from '#shared/domain/email-address.ts'

/** What the user says about the network and the recipients. */
export type ToldNeeds = Omit<SendingNeeds, 'device'>

/** What is known of the address that a device is to send from. */
export type SenderLookUp =
  | { readonly state: 'none' }
  /** `null` until the first answer is there. */
  | { readonly state: 'asked'; readonly address: EmailAddress; readonly discovery: Discovery | null }

/** How one device gets its mail out. */
export interface SendingQuestion {
  /** `null`: one that is not among the cards. */
  readonly card: DeviceCard | null
  /** The address as it is typed. */
  readonly text: string
  readonly problem: AddressProblem | null
  readonly needs: ToldNeeds
  readonly lookUp: SenderLookUp
}

export const NOTHING_TOLD: ToldNeeds = { recipients: 'unknown', staticIp: 'unknown', port25: 'unknown' }
