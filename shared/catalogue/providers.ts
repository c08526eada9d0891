import { ZOHO_PROVIDERS } from '#shared/catalogue/families/zoho-providers.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { a1 } from '#shared/catalogue/providers/a1.ts'
import { aliceIt } from '#shared/catalogue/providers/alice-it.ts'
import { aliyun } from '#shared/catalogue/providers/aliyun.ts'
import { aliyunQiye } from '#shared/catalogue/providers/aliyun-qiye.ts'
import { amazonSes } from '#shared/catalogue/providers/amazon-ses.ts'
import { amazonWorkmail } from '#shared/catalogue/providers/amazon-workmail.ts'
import { aol } from '#shared/catalogue/providers/aol.ts'
import { aruba } from '#shared/catalogue/providers/aruba.ts'
import { arubaPec } from '#shared/catalogue/providers/aruba-pec.ts'
import { att } from '#shared/catalogue/providers/att.ts'
import { bell } from '#shared/catalogue/providers/bell.ts'
import { biglobe } from '#shared/catalogue/providers/biglobe.ts'
import { bluewin } from '#shared/catalogue/providers/bluewin.ts'
import { bol } from '#shared/catalogue/providers/bol.ts'
import { brevo } from '#shared/catalogue/providers/brevo.ts'
import { bt } from '#shared/catalogue/providers/bt.ts'
import { centurylink } from '#shared/catalogue/providers/centurylink.ts'
import { cox } from '#shared/catalogue/providers/cox.ts'
import { cpanel } from '#shared/catalogue/providers/cpanel.ts'
import { criptext } from '#shared/catalogue/providers/criptext.ts'
import { daum } from '#shared/catalogue/providers/daum.ts'
import { domainfactory } from '#shared/catalogue/providers/domainfactory.ts'
import { dreamhost } from '#shared/catalogue/providers/dreamhost.ts'
import { dreiAt } from '#shared/catalogue/providers/drei-at.ts'
import { earthlink } from '#shared/catalogue/providers/earthlink.ts'
import { exchange } from '#shared/catalogue/providers/exchange.ts'
import { fastmail } from '#shared/catalogue/providers/fastmail.ts'
import { feishu } from '#shared/catalogue/providers/feishu.ts'
import { freeFr } from '#shared/catalogue/providers/free-fr.ts'
import { freenet } from '#shared/catalogue/providers/freenet.ts'
import { gandi } from '#shared/catalogue/providers/gandi.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { gmxCom } from '#shared/catalogue/providers/gmx-com.ts'
import { gmxNet } from '#shared/catalogue/providers/gmx-net.ts'
import { godaddyWorkspace } from '#shared/catalogue/providers/godaddy-workspace.ts'
import { googleWorkspace } from '#shared/catalogue/providers/google-workspace.ts'
import { hetzner } from '#shared/catalogue/providers/hetzner.ts'
import { hey } from '#shared/catalogue/providers/hey.ts'
import { hostEurope } from '#shared/catalogue/providers/host-europe.ts'
import { hostinger } from '#shared/catalogue/providers/hostinger.ts'
import { iUa } from '#shared/catalogue/providers/i-ua.ts'
import { icloud } from '#shared/catalogue/providers/icloud.ts'
import { inboxEu } from '#shared/catalogue/providers/inbox-eu.ts'
import { inboxLa } from '#shared/catalogue/providers/inbox-la.ts'
import { inboxLt } from '#shared/catalogue/providers/inbox-lt.ts'
import { inboxLv } from '#shared/catalogue/providers/inbox-lv.ts'
import { infomaniak } from '#shared/catalogue/providers/infomaniak.ts'
import { interia } from '#shared/catalogue/providers/interia.ts'
import { ionosCoUk } from '#shared/catalogue/providers/ionos-co-uk.ts'
import { ionosCom } from '#shared/catalogue/providers/ionos-com.ts'
import { ionosDe } from '#shared/catalogue/providers/ionos-de.ts'
import { ionosEs } from '#shared/catalogue/providers/ionos-es.ts'
import { ionosFr } from '#shared/catalogue/providers/ionos-fr.ts'
import { ionosIt } from '#shared/catalogue/providers/ionos-it.ts'
import { kpn } from '#shared/catalogue/providers/kpn.ts'
import { laposte } from '#shared/catalogue/providers/laposte.ts'
import { larksuite } from '#shared/catalogue/providers/larksuite.ts'
import { libero } from '#shared/catalogue/providers/libero.ts'
import { lineWorks } from '#shared/catalogue/providers/line-works.ts'
import { localBridge } from '#shared/catalogue/providers/local-bridge.ts'
import { mailCom } from '#shared/catalogue/providers/mail-com.ts'
import { mailEe } from '#shared/catalogue/providers/mail-ee.ts'
import { mailRu } from '#shared/catalogue/providers/mail-ru.ts'
import { mailboxOrg } from '#shared/catalogue/providers/mailbox-org.ts'
import { mailgun } from '#shared/catalogue/providers/mailgun.ts'
import { mailjet } from '#shared/catalogue/providers/mailjet.ts'
import { messagingCompany } from '#shared/catalogue/providers/messaging-company.ts'
import { microsoftHve } from '#shared/catalogue/providers/microsoft-hve.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { microsoft365China } from '#shared/catalogue/providers/microsoft-365-china.ts'
import { migadu } from '#shared/catalogue/providers/migadu.ts'
import { mxroute } from '#shared/catalogue/providers/mxroute.ts'
import { namecheap } from '#shared/catalogue/providers/namecheap.ts'
import { naver } from '#shared/catalogue/providers/naver.ts'
import { netcup } from '#shared/catalogue/providers/netcup.ts'
import { netease126 } from '#shared/catalogue/providers/netease-126.ts'
import { netease163 } from '#shared/catalogue/providers/netease-163.ts'
import { neteaseQiye } from '#shared/catalogue/providers/netease-qiye.ts'
import { neteaseVip } from '#shared/catalogue/providers/netease-vip.ts'
import { neteaseYeah } from '#shared/catalogue/providers/netease-yeah.ts'
import { nifty } from '#shared/catalogue/providers/nifty.ts'
import { o2Pl } from '#shared/catalogue/providers/o2-pl.ts'
import { ocn } from '#shared/catalogue/providers/ocn.ts'
import { oneCom } from '#shared/catalogue/providers/one-com.ts'
import { onet } from '#shared/catalogue/providers/onet.ts'
import { onmail } from '#shared/catalogue/providers/onmail.ts'
import { optimum } from '#shared/catalogue/providers/optimum.ts'
import { orangeFr } from '#shared/catalogue/providers/orange-fr.ts'
import { outlook } from '#shared/catalogue/providers/outlook.ts'
import { ovh } from '#shared/catalogue/providers/ovh.ts'
import { ovhExchange } from '#shared/catalogue/providers/ovh-exchange.ts'
import { posteo } from '#shared/catalogue/providers/posteo.ts'
import { postmark } from '#shared/catalogue/providers/postmark.ts'
import { proton } from '#shared/catalogue/providers/proton.ts'
import { proximus } from '#shared/catalogue/providers/proximus.ts'
import { qq } from '#shared/catalogue/providers/qq.ts'
import { rackspace } from '#shared/catalogue/providers/rackspace.ts'
import { rambler } from '#shared/catalogue/providers/rambler.ts'
import { rediffmail } from '#shared/catalogue/providers/rediffmail.ts'
import { rediffmailPro } from '#shared/catalogue/providers/rediffmail-pro.ts'
import { sapo } from '#shared/catalogue/providers/sapo.ts'
import { sendgrid } from '#shared/catalogue/providers/sendgrid.ts'
import { seznam } from '#shared/catalogue/providers/seznam.ts'
import { sfr } from '#shared/catalogue/providers/sfr.ts'
import { shaw } from '#shared/catalogue/providers/shaw.ts'
import { skiff } from '#shared/catalogue/providers/skiff.ts'
import { sky } from '#shared/catalogue/providers/sky.ts'
import { smtp2go } from '#shared/catalogue/providers/smtp2go.ts'
import { spectrumBrighthouse } from '#shared/catalogue/providers/spectrum-brighthouse.ts'
import { spectrumCharter } from '#shared/catalogue/providers/spectrum-charter.ts'
import { spectrumTwc } from '#shared/catalogue/providers/spectrum-twc.ts'
import { strato } from '#shared/catalogue/providers/strato.ts'
import { suddenlink } from '#shared/catalogue/providers/suddenlink.ts'
import { tOnline } from '#shared/catalogue/providers/t-online.ts'
import { talktalk } from '#shared/catalogue/providers/talktalk.ts'
import { telenet } from '#shared/catalogue/providers/telenet.ts'
import { telia } from '#shared/catalogue/providers/telia.ts'
import { telstra } from '#shared/catalogue/providers/telstra.ts'
import { tencentExmail } from '#shared/catalogue/providers/tencent-exmail.ts'
import { thundermail } from '#shared/catalogue/providers/thundermail.ts'
import { timIt } from '#shared/catalogue/providers/tim-it.ts'
import { tinIt } from '#shared/catalogue/providers/tin-it.ts'
import { tpg } from '#shared/catalogue/providers/tpg.ts'
import { tuta } from '#shared/catalogue/providers/tuta.ts'
import { ukrNet } from '#shared/catalogue/providers/ukr-net.ts'
import { uol } from '#shared/catalogue/providers/uol.ts'
import { virgilio } from '#shared/catalogue/providers/virgilio.ts'
import { virginMedia } from '#shared/catalogue/providers/virgin-media.ts'
import { vodafoneDe } from '#shared/catalogue/providers/vodafone-de.ts'
import { webDe } from '#shared/catalogue/providers/web-de.ts'
import { wpPl } from '#shared/catalogue/providers/wp-pl.ts'
import { xfinity } from '#shared/catalogue/providers/xfinity.ts'
import { xserver } from '#shared/catalogue/providers/xserver.ts'
import { xtra } from '#shared/catalogue/providers/xtra.ts'
import { yahoo } from '#shared/catalogue/providers/yahoo.ts'
import { yahooJapan } from '#shared/catalogue/providers/yahoo-japan.ts'
import { yandex } from '#shared/catalogue/providers/yandex.ts'
import { ziggo } from '#shared/catalogue/providers/ziggo.ts'

/** Every provider Mailwright knows. A new one is a file in `providers/` and a line here. */
export const PROVIDERS: readonly Provider[] = [
  a1,
  aliceIt,
  aliyun,
  aliyunQiye,
  amazonSes,
  amazonWorkmail,
  aol,
  aruba,
  arubaPec,
  att,
  bell,
  biglobe,
  bluewin,
  bol,
  brevo,
  bt,
  centurylink,
  cox,
  cpanel,
  criptext,
  daum,
  domainfactory,
  dreamhost,
  dreiAt,
  earthlink,
  exchange,
  fastmail,
  feishu,
  freeFr,
  freenet,
  gandi,
  gmail,
  gmxCom,
  gmxNet,
  godaddyWorkspace,
  googleWorkspace,
  hetzner,
  hey,
  hostEurope,
  hostinger,
  iUa,
  icloud,
  inboxEu,
  inboxLa,
  inboxLt,
  inboxLv,
  infomaniak,
  interia,
  ionosCoUk,
  ionosCom,
  ionosDe,
  ionosEs,
  ionosFr,
  ionosIt,
  kpn,
  laposte,
  larksuite,
  libero,
  lineWorks,
  localBridge,
  mailCom,
  mailEe,
  mailRu,
  mailboxOrg,
  mailgun,
  mailjet,
  messagingCompany,
  microsoft365,
  microsoft365China,
  microsoftHve,
  migadu,
  mxroute,
  namecheap,
  naver,
  netcup,
  netease126,
  netease163,
  neteaseQiye,
  neteaseVip,
  neteaseYeah,
  nifty,
  o2Pl,
  ocn,
  oneCom,
  onet,
  onmail,
  optimum,
  orangeFr,
  outlook,
  ovh,
  ovhExchange,
  posteo,
  postmark,
  proton,
  proximus,
  qq,
  rackspace,
  rambler,
  rediffmail,
  rediffmailPro,
  sapo,
  sendgrid,
  seznam,
  sfr,
  shaw,
  skiff,
  sky,
  smtp2go,
  spectrumBrighthouse,
  spectrumCharter,
  spectrumTwc,
  strato,
  suddenlink,
  tOnline,
  talktalk,
  telenet,
  telia,
  telstra,
  tencentExmail,
  thundermail,
  timIt,
  tinIt,
  tpg,
  tuta,
  ukrNet,
  uol,
  virgilio,
  virginMedia,
  vodafoneDe,
  webDe,
  wpPl,
  xfinity,
  xserver,
  xtra,
  yahoo,
  yahooJapan,
  yandex,
  ziggo,
  ...ZOHO_PROVIDERS,
]
