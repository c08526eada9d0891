import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const mailCom: Provider = {
  id: 'mail-com',
  name: 'mail.com',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    mail.com mail.org email.com post.com usa.com accountant.com consultant.com dr.com engineer.com
    cheerful.com techie.com linuxmail.org europe.com london.com uymail.com myself.com iname.com
    writeme.com asia.com 2die4.com activist.com adexec.com africamail.com aircraftmail.com
    alabama.usa.com alaska.usa.com allergist.com alumni.com alumnidirector.com americamail.com
    amorous.com angelic.com archaeologist.com arizona.usa.com artlover.com asia-mail.com atheist.com
    australiamail.com bartender.net berlin.com bigger.com bikerider.com birdlover.com blader.com
    boardermail.com brazilmail.com brew-master.com california.usa.com californiamail.com caress.com
    catlover.com chef.net chemist.com chinamail.com clerk.com cliffhanger.com collector.org
    columnist.com comic.com computer4u.com contractor.net coolsite.net counsellor.com count.com
    couple.com cutey.com cyberdude.com cybergal.com cyber-wizard.com dallasmail.com dbzmail.com
    deliveryman.com diplomats.com disciples.com doctor.com doglover.com doramail.com dublin.com
    earthling.net elvisfan.com englandmail.com europemail.com execs.com fan.com feelings.com
    financier.com fireman.net florida.usa.com footballer.com gardener.com geologist.com germanymail.com
    graduate.org graphic-designer.com hackermail.com hairdresser.net hilarious.com hockeymail.com
    homemail.com hot-shot.com hour.com humanoid.net illinois.usa.com innocent.com inorbit.com
    instruction.com instructor.net insurer.com irelandmail.com italymail.com japan.com journalist.com
    keromail.com kittymail.com koreamail.com lawyer.com legislator.com loveable.com lovecat.com
    mad.scientist.com madonnafan.com madrid.com marchmail.com mexicomail.com mindless.com minister.com
    mobsters.com monarchy.com moscowmail.com munich.com musician.org muslim.com newyork.usa.com null.net
    nycmail.com oath.com optician.com pacificwest.com petlover.com photographer.net playful.com
    poetic.com politician.com popstar.com presidency.com priest.com programmer.net publicist.com
    realtyagent.com reborn.com reggaefan.com religious.com repairman.com representative.com
    rescueteam.com revenue.com rocketship.com rockfan.com rome.com royal.net saintly.com salesperson.net
    sanfranmail.com scientist.com scotlandmail.com secretary.net seductive.com singapore.com
    snakebite.com songwriter.net soon.com spainmail.com teachers.org technologist.com texas.usa.com
    thegame.com therapist.net toke.com tokyo.com toothfairy.com tvstar.com umpire.com wallet.com
    webname.com weirdness.com who.net whoever.com winning.com witty.com worker.com workmail.com
    yours.com
  `),
  mx: ['mx00.mail.com', 'mx01.mail.com'],
  servers: {
    imap: ['imap.mail.com:993:tls', 'imap.mail.com:143:starttls'],
    pop3: ['pop.mail.com:995:tls', 'pop.mail.com:110:starttls'],
    smtp: ['smtp.mail.com:465:tls', 'smtp.mail.com:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }, { kind: 'app-password' }],
  pages: { enable: 'https://support.mail.com/premium/imap' },
  hints: [
    { when: 'before', kind: 'paid-plan' },
    { when: 'before', kind: 'enable-imap-pop', url: 'https://support.mail.com/premium/imap' },
    { when: 'after', kind: 'app-password-with-two-step' },
  ],
  retiredHosts: [],
  sources: [
    { name: 'Mozilla ISPDB, mail.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  comparedOn: '2026-11-20',
}
