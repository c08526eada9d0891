import type { MicrosoftRefusal } from '#shared/oauth/fault.ts'

/**
 * By number, grouped by what follows for the user. Microsoft explains each at login.microsoftonline.com/error and may
 * change them at any time: a number that is not here is shown as it is.
 */
const REFUSALS: Readonly<Record<MicrosoftRefusal, readonly number[]>> = {
  // Somebody has to agree to the program, and here that is not the user.
  consent: [65001, 65002, 90008, 90092, 90093, 90094, 90095, 90097, 900941, 900971, 7000112],
  // A rule of the organisation: about people, devices, places.
  rule: [
    50097, 50105, 50131, 53000, 53001, 53002, 53003, 53004, 53009, 53010, 53011, 500021, 500212, 530001,
    530002, 530003, 530004, 530032, 530034, 50177, 500213, 501051,
  ],
  // One more step in the browser, or a sign-in that has run out.
  again: [
    50072, 50074, 50076, 50078, 50079, 50089, 50132, 50133, 50140, 50144, 50158, 50173, 50199, 54005, 70008,
    70043, 70044, 700082, 700084, 700086, 500133,
  ],
  // The identifier, or how it is registered.
  client: [
    50011, 50194, 65005, 70001, 70002, 70011, 90023, 90056, 500011, 500113, 650051, 650052, 650053, 650056,
    650057, 700016, 700025, 700027, 700030, 700038, 700051, 7000215, 7000216, 7000218, 7000222, 9002325,
    9002326, 9002327, 9002346, 1002012,
  ],
  // Whoever signed in, or an address that is not at home there.
  account: [50020, 50034, 50059, 50128, 50178, 51004, 90002, 90072, 500200, 500201, 500208, 9002331, 9002341],
  declined: [65004, 70019, 90113],
}

const KINDS = Object.keys(REFUSALS) as readonly MicrosoftRefusal[]

/** The number of a refusal, `AADSTS65001`; `null` where there is none. */
export function microsoftNumber(description: string): string | null {
  return /\bAADSTS(\d{4,8})\b/.exec(description)?.[1] ?? null
}

/** What a refusal in Microsoft's words comes down to, `null` for one that is not in the table. */
export function microsoftRefusal(description: string): MicrosoftRefusal | null {
  const number = Number(microsoftNumber(description) ?? Number.NaN)
  return KINDS.find((kind) => REFUSALS[kind].includes(number)) ?? null
}

/** The link with which an administrator agrees to a program for everybody in the organisation. */
export function adminConsentUrl(authorization: string, tenant: string, clientId: string): string {
  const { origin } = /^(?<origin>https:\/\/[^/]+)/.exec(authorization)?.groups ?? {}
  return `${origin ?? ''}/${encodeURIComponent(tenant)}/adminconsent?client_id=${encodeURIComponent(clientId)}`
}
