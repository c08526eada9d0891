import { autoconfigSource, wellKnownSource } from '#engine/discovery/autoconfig-source.ts'
import { autodiscoverSource } from '#engine/discovery/autodiscover-source.ts'
import { catalogueSource } from '#engine/discovery/catalogue-source.ts'
import { collectionsSource } from '#engine/discovery/collections-source.ts'
import { guessSource } from '#engine/discovery/guess-source.ts'
import { ispdbSource } from '#engine/discovery/ispdb-source.ts'
import { mailHostAutoconfigSource, mailHostIspdbSource } from '#engine/discovery/mail-host-sources.ts'
import { nameHostIspdbSource } from '#engine/discovery/ispdb-ns-source.ts'
import { mailconfSource } from '#engine/discovery/mailconf-source.ts'
import { mxSource } from '#engine/discovery/mx-source.ts'
import { nsSource } from '#engine/discovery/ns-source.ts'
import { paccSource } from '#engine/discovery/pacc-source.ts'
import { proposalSource } from '#engine/discovery/proposal-source.ts'
import { filterSource, spfSource } from '#engine/discovery/spf-source.ts'
import { srvSource } from '#engine/discovery/srv-source.ts'
import type { DiscoverySource } from '#engine/discovery/source.ts'

/**
 * Every source, the most trusted first. Who receives the mail is a fact of today, and stands before a document that
 * may have been forgotten on a web server; a document that was fetched from the domain by a proved name stands before
 * unsigned DNS. Among the hints, what is told about mail stands before a server that happens to answer, and that before
 * what is told about something else (who may send, who keeps the names). `inOrderOfTrust` puts hints after the rest.
 */
export const SOURCES: readonly DiscoverySource[] = [
  catalogueSource,
  mxSource,
  paccSource,
  autoconfigSource,
  wellKnownSource,
  mailconfSource,
  srvSource,
  autodiscoverSource,
  collectionsSource,
  ispdbSource,
  mailHostAutoconfigSource,
  mailHostIspdbSource,
  filterSource,
  guessSource,
  spfSource,
  nsSource,
  nameHostIspdbSource,
  proposalSource,
]
