import type { FixForm } from '#shared/programs/fix/fix-form.ts'
import { fixAerc } from '#shared/programs/fix/forms/aerc.ts'
import { fixFetchmail } from '#shared/programs/fix/forms/fetchmail.ts'
import { fixGetmail } from '#shared/programs/fix/forms/getmail.ts'
import { fixHimalaya } from '#shared/programs/fix/forms/himalaya.ts'
import { fixMbsync } from '#shared/programs/fix/forms/mbsync.ts'
import { fixMsmtp } from '#shared/programs/fix/forms/msmtp.ts'
import { fixNeomutt } from '#shared/programs/fix/forms/neomutt.ts'
import { fixOfflineimap } from '#shared/programs/fix/forms/offlineimap.ts'
import { fixThunderbird } from '#shared/programs/fix/forms/thunderbird.ts'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'

/** The programs whose settings can be changed safely. The others keep them in several files, or write them at any time. */
export const FIX_FORMS: Partial<Record<ReadableClient, FixForm>> = {
  thunderbird: fixThunderbird,
  betterbird: fixThunderbird,
  msmtp: fixMsmtp,
  mbsync: fixMbsync,
  offlineimap: fixOfflineimap,
  neomutt: fixNeomutt,
  aerc: fixAerc,
  himalaya: fixHimalaya,
  getmail: fixGetmail,
  fetchmail: fixFetchmail,
}
