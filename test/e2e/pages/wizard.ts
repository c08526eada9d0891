import type { Locator, Page } from 'playwright/test'
import { PAGE_TITLE } from '#renderer/components/page-title.ts'
import { AccountPage } from './account.ts'
import { AddressPage } from './address.ts'
import { AuthorizePage } from './authorize.ts'
import { DonePage } from './done.ts'
import { ExplainPage } from './explain.ts'
import { HandoverPage } from './handover.ts'
import { InspectPage } from './inspect.ts'
import { ReportPage } from './report.ts'
import { ServersPage } from './servers.ts'
import { SignInPage } from './sign-in.ts'
import { TestPage } from './test.ts'

/** The wizard as a person finds their way in it: by titles, labels and buttons. */
export class WizardPages {
  readonly page: Page
  readonly address: AddressPage
  readonly account: AccountPage
  readonly servers: ServersPage
  readonly signIn: SignInPage
  readonly authorize: AuthorizePage
  readonly test: TestPage
  readonly done: DonePage
  readonly handover: HandoverPage
  readonly explain: ExplainPage
  readonly report: ReportPage
  readonly inspect: InspectPage

  constructor(page: Page) {
    this.page = page
    this.address = new AddressPage(page)
    this.account = new AccountPage(page)
    this.servers = new ServersPage(page)
    this.signIn = new SignInPage(page)
    this.authorize = new AuthorizePage(page)
    this.test = new TestPage(page)
    this.done = new DonePage(page)
    this.handover = new HandoverPage(page)
    this.explain = new ExplainPage(page)
    this.report = new ReportPage(page)
    this.inspect = new InspectPage(page)
  }

  /** The heading that says what the page is about right now: under a test it is not the first one. */
  get title(): Locator {
    return this.page.locator(`#${PAGE_TITLE}`)
  }

  /** From the address to the password, taking what is proposed; what is only guessed is agreed to first. */
  async goToSignIn(address: string): Promise<void> {
    await this.address.submit(address)
    await this.servers.heading.waitFor()
    await this.servers.confirm()
  }
}
