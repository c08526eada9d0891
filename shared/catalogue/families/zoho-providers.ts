import type { Provider } from '#shared/catalogue/provider.ts'
import { zohoCa } from '#shared/catalogue/providers/zoho-ca.ts'
import { zohoCom } from '#shared/catalogue/providers/zoho-com.ts'
import { zohoComAu } from '#shared/catalogue/providers/zoho-com-au.ts'
import { zohoEu } from '#shared/catalogue/providers/zoho-eu.ts'
import { zohoIn } from '#shared/catalogue/providers/zoho-in.ts'
import { zohoJp } from '#shared/catalogue/providers/zoho-jp.ts'
import { zohoProCa } from '#shared/catalogue/providers/zoho-pro-ca.ts'
import { zohoProCom } from '#shared/catalogue/providers/zoho-pro-com.ts'
import { zohoProComAu } from '#shared/catalogue/providers/zoho-pro-com-au.ts'
import { zohoProEu } from '#shared/catalogue/providers/zoho-pro-eu.ts'
import { zohoProIn } from '#shared/catalogue/providers/zoho-pro-in.ts'
import { zohoProJp } from '#shared/catalogue/providers/zoho-pro-jp.ts'

/** Every data centre of Zoho, for customers without and with a domain of their own; in alphabetical order. */
export const ZOHO_PROVIDERS: readonly Provider[] = [
  zohoCa,
  zohoCom,
  zohoComAu,
  zohoEu,
  zohoIn,
  zohoJp,
  zohoProCa,
  zohoProCom,
  zohoProComAu,
  zohoProEu,
  zohoProIn,
  zohoProJp,
]
