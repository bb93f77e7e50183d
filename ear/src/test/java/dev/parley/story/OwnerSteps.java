package dev.parley.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.running.ChatClient.frame;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.MailServer;
import dev.parley.running.ParleyRest;
import dev.parley.running.production.Production;
import jakarta.json.Json;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jbehave.core.annotations.Given;
import org.jbehave.core.annotations.Then;
import org.jbehave.core.annotations.When;

/** What the owner of a new company does in the portal, and whom that reaches: the agent by mail, visitors on the company's own page. */
public final class OwnerSteps implements AutoCloseable {
    private static final String PASSWORD = "correct horse battery";
    private static final int NOON = 12;
    private static final Pattern JOIN = Pattern.compile("https://\\S+/join\\?token=[A-Za-z0-9._-]+");

    private final Browsers browsers;
    private final Production parley;
    private final MailServer mails;
    private final ZoneId zone = whereItIsNoon();
    private Page portal;
    private String email;
    private String invitation;
    private StaticPage website;
    private ChatClient agent;

    OwnerSteps(Browsers browsers, Production parley, MailServer mails) {
        this.browsers = browsers;
        this.parley = parley;
        this.mails = mails;
    }

    /** Somewhere it always is between twelve and one. */
    private static ZoneId whereItIsNoon() {
        return Stream.of("Africa/", "America/", "Asia/", "Australia/", "Europe/", "Pacific/")
                .flatMap(part -> ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.startsWith(part))
                        .sorted())
                .map(ZoneId::of)
                .filter(id -> ZonedDateTime.now(id).getHour() == NOON)
                .findFirst()
                .orElseThrow();
    }

    @Given("an empty production installation on PostgreSQL")
    public void isEmpty() {
        if (parley.codes().size() != 1) throw new AssertionError("an empty installation prints one set-up code");
    }

    @When("the owner sets up \"$company\" with the code of the log, where it is shortly after noon")
    public void setsUp(String company) {
        portal = person();
        portal.navigate(parley.url("/setup"));
        portal.locator("#code").fill(parley.codes().get(0));
        portal.getByLabel("Company name").fill(company);
        portal.getByLabel("Name of your website").fill(company + " shop");
        portal.locator("#siteKey").fill(company.toLowerCase(Locale.ROOT));
        portal.getByLabel("Time zone").fill(zone.getId());
        portal.getByLabel("Your name").fill("Olga Owner");
        portal.getByLabel("E-mail").fill("owner@northwind.example");
        portal.locator("#password").fill(PASSWORD);
        portal.waitForNavigation(() -> portal.locator("#foundGo").click());
    }

    @Then("the owner is shown the first steps")
    public void isLed() {
        portal.waitForURL("**/portal");
        assertThat(portal.locator(".first-steps")).isVisible();
        assertThat(portal.locator(".first-steps .done")).hasCount(0);
    }

    @When("the owner says that today is open from $from to $to")
    public void opens(String from, String to) {
        hours(List.of(List.of(from, to)));
    }

    @When("the owner closes for lunch from $from to $to")
    public void closesForLunch(String from, String to) {
        hours(List.of(List.of("09:00", from), List.of(to, "18:00")));
    }

    private void hours(List<List<String>> spans) {
        portal.navigate(parley.url("/portal/hours"));
        DayOfWeek today = ZonedDateTime.now(zone).getDayOfWeek();
        Locator day = portal.locator("parley-week")
                .getByRole(
                        AriaRole.GROUP,
                        new Locator.GetByRoleOptions().setName(today.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
        Locator remove = day.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"));
        portal.locator("parley-week .wrow").first().waitFor();
        while (remove.count() > 0) remove.first().click();
        for (int i = 0; i < spans.size(); i++) {
            day.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add hours"))
                    .click();
            day.locator("input.time").nth(2 * i).fill(spans.get(i).get(0));
            day.locator("input.time").nth(2 * i + 1).fill(spans.get(i).get(1));
            day.locator("input.time").nth(2 * i + 1).press("Tab");
        }
        save();
    }

    private void save() {
        portal.locator("#save").click();
        assertThat(portal.locator(".saved")).isVisible();
    }

    @When("the owner invites \"$email\"")
    public void invites(String email) {
        portal.navigate(parley.url("/portal/invite"));
        portal.locator("#email").fill(email);
        save();
    }

    @Then("an invitation reaches \"$email\" by mail")
    public void isInvited(String email) {
        this.email = email;
        Await.until(
                "the invitation came",
                Duration.ofSeconds(30),
                () -> mails.mails().stream().anyMatch(mail -> mail.contains("To: " + email)));
        String mail = mails.mails().get(0).replace("=\n", "").replace("=3D", "=");
        Matcher link = JOIN.matcher(mail);
        if (!link.find()) throw new AssertionError("no link in: " + mail);
        invitation = link.group();
    }

    @When("\"$name\" follows it and chooses a password")
    public void joins(String name) {
        Page page = person();
        page.navigate(invitation);
        page.locator("#name").fill(name);
        page.locator("#password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        // an agent's way begins in the console
        page.waitForURL(Pattern.compile(".*/(console|portal)"));
        page.context().close();
    }

    @When("the owner lets the pages of the website use the chat")
    public void allows() {
        website = new StaticPage();
        portal.navigate(parley.url("/portal/site?key=northwind&part=about"));
        portal.getByLabel("Allowed origins").fill(website.origin());
        save();
    }

    @When("pastes the line into a static page of that website")
    public void pastes() {
        portal.navigate(parley.url("/portal/site?key=northwind&part=install"));
        website.show(portal.locator(".snippet code").first().textContent());
    }

    @When("the agent is available")
    public void isAvailable() {
        var credentials = Json.createObjectBuilder().add("email", email).add("password", PASSWORD);
        String token = ParleyRest.json(parley.rest().post("/api/v1/sessions", null, credentials.build()))
                .getString("token");
        agent = ChatClient.connect(parley.behind().resolve("/ws/agent"), token);
        agent.ask(frame("presence").add("status", "available"));
    }

    @Then("a visitor of that page is told \"$words\"")
    public void isTold(String words) {
        Page page = visitor();
        panel(page).getByText(words).first().waitFor();
        page.context().close();
    }

    @Then("whoever leaves a message there is asked where the answer may come")
    public void leavesAMessage() {
        Page page = visitor();
        Frame panel = panel(page);
        panel.getByRole(AriaRole.BUTTON, new Frame.GetByRoleOptions().setName("Leave a message"))
                .click();
        panel.getByLabel("E-mail").waitFor();
        page.context().close();
    }

    private Page visitor() {
        Page page = person();
        page.navigate(website.origin() + "/");
        page.waitForCondition(() -> page.locator("parley-chat").count() == 1);
        page.evaluate("Parley('open')");
        return page;
    }

    private static Frame panel(Page page) {
        page.waitForCondition(() -> page.frames().size() == 2);
        return page.frames().get(1);
    }

    private Page person() {
        return browsers.newPerson(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setLocale("en")
                .setTimezoneId(zone.getId())
                .setViewportSize(Browsers.WIDTH, Browsers.HEIGHT));
    }

    @Override
    public void close() {
        if (agent != null) agent.close();
        if (website != null) website.close();
    }
}
