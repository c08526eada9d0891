import type { MicrosoftRefusal } from '#shared/oauth/fault.ts'

/**
 * By number, grouped by what follows for the user; from Microsoft's reference of error codes of 2024 and 2025.
 * Microsoft may change them at any time: a number that is not here is shown as it is.
 */
const REFUSALS: Readonly<Record<MicrosoftRefusal, readonly number[]>> = {
  // An administrator, not the user, has to agree to the client.
  consent: [65001, 90008, 90093, 90094, 90095, 90097, 90099, 650056, 900941, 900981],
  // A rule of the organisation: about people, programs, devices, places, hours.
  rule: [
    50002, 50005, 50057, 50097, 50105, 50127, 50129, 50131, 50155, 50177, 50178, 53000, 53001, 53002, 53003,
    53004, 53009, 53010, 53011, 80012, 500021, 500022, 500212, 500213, 501051, 530001, 530002, 530003, 530004,
    530032, 530034, 530035, 650052, 1000031, 7000112,
  ],
  // One more step in the browser, or a sign-in that has run out.
  again: [
    50055, 50058, 50072, 50074, 50076, 50078, 50079, 50085, 50089, 50125, 50132, 50133, 50135, 50139, 50140,
    50144, 50158, 50173, 50199, 51006, 54005, 70000, 70008, 70019, 70043, 70044, 90119, 90120, 500133, 700005,
    700020, 700082, 700084, 9002341,
  ],
  // The identifier, or how it is registered.
  client: [
    28002, 50011, 50194, 65002, 65005, 70001, 70002, 70003, 70004, 70011, 90023, 90056, 90124, 90130, 500011,
    500113, 650051, 650053, 650054, 650057, 700011, 700016, 700025, 700027, 700030, 700038, 700051, 700054,
    900144, 900971, 1002012, 7000215, 7000216, 7000218, 7000222, 9001023, 9002325, 9002326, 9002327, 9002331,
    9002332, 9002346,
  ],
  // The account that signed in, or an address that is not at home there.
  account: [
    16000, 16003, 50014, 50020, 50034, 50059, 50128, 51004, 90002, 90019, 90072, 90084, 90125, 90126, 160021,
    500200, 500208,
  ],
  declined: [65004],
  // Microsoft itself is in trouble, or has had enough for the moment.
  busy: [
    50033, 50087, 50088, 50166, 50196, 70012, 80002, 80005, 80014, 90006, 90012, 90024, 90033, 90055, 90090,
  ],
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
