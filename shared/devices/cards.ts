import { BUSINESS } from '#shared/devices/cards/business.ts'
import { CAMERAS } from '#shared/devices/cards/cameras.ts'
import { DESK_PRINTERS } from '#shared/devices/cards/desk-printers.ts'
import { HOME_AUTOMATION } from '#shared/devices/cards/home-automation.ts'
import { NAS } from '#shared/devices/cards/nas.ts'
import { OFFICE_PRINTERS } from '#shared/devices/cards/office-printers.ts'
import { ROUTERS } from '#shared/devices/cards/routers.ts'
import { SERVERS } from '#shared/devices/cards/servers.ts'
import { WEBSITES } from '#shared/devices/cards/websites.ts'
import type { DeviceCard } from '#shared/devices/device-card.ts'

export const DEVICE_CARDS: readonly DeviceCard[] = [
  ...OFFICE_PRINTERS,
  ...DESK_PRINTERS,
  ...NAS,
  ...CAMERAS,
  ...ROUTERS,
  ...WEBSITES,
  ...HOME_AUTOMATION,
  ...BUSINESS,
  ...SERVERS,
]
