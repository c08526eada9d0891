import type { Guide } from '#shared/guides/guide.ts'
import { appleMail } from '#shared/guides/programs/apple-mail.ts'
import { gmailApp } from '#shared/guides/programs/gmail-app.ts'
import { iphoneMail } from '#shared/guides/programs/iphone-mail.ts'
import { outlookClassic } from '#shared/guides/programs/outlook-classic.ts'
import { outlookMac } from '#shared/guides/programs/outlook-mac.ts'
import { outlookMobile } from '#shared/guides/programs/outlook-mobile.ts'
import { outlookNew } from '#shared/guides/programs/outlook-new.ts'
import { samsungEmail } from '#shared/guides/programs/samsung-email.ts'
import { thunderbird } from '#shared/guides/programs/thunderbird.ts'
import { windowsMail } from '#shared/guides/programs/windows-mail.ts'

export const GUIDES: readonly Guide[] = [
  outlookNew,
  outlookClassic,
  outlookMac,
  outlookMobile,
  appleMail,
  iphoneMail,
  gmailApp,
  samsungEmail,
  thunderbird,
  windowsMail,
]

export function guideNamed(name: string): Guide | null {
  return GUIDES.find((guide) => guide.name === name) ?? null
}
