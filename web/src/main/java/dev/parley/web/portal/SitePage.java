package dev.parley.web.portal;

import dev.parley.audit.AuditKind;
import dev.parley.company.DepartmentDetails;
import dev.parley.company.DepartmentSettings;
import dev.parley.company.SiteChanges;
import dev.parley.company.SiteDetails;
import dev.parley.company.SiteDraft;
import dev.parley.company.SiteLook;
import dev.parley.company.SitePicture;
import dev.parley.company.SitePictures;
import dev.parley.file.DrawnPicture;
import dev.parley.file.PictureUse;
import dev.parley.shared.DeskException;
import dev.parley.shared.Outdated;
import dev.parley.shared.Refused;
import dev.parley.web.language.Words;
import dev.parley.web.pages.SiteDrafts;
import dev.parley.web.pages.Wording;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** One site: its name and origins, its brand with a live preview, its words. Without a key in the address a new one. */
@Named
@ViewScoped
public class SitePage extends EditedForm {
    private static final long serialVersionUID = 1;

    private static final List<String> PARTS = List.of("about", "brand", "texts", "ask", "invite", "where", "install");

    @Inject
    private Administration administration;

    @Inject
    private SiteChanges changes;

    @Inject
    private SitePictures pictures;

    @Inject
    private DepartmentSettings departments;

    @Inject
    private SiteDrafts drafts;

    @Inject
    private Wording wording;

    private final SitePicturePart logo = new SitePicturePart();
    private final SitePicturePart header = new SitePicturePart();
    private String key;
    private String part;
    private String newKey;
    private String speaking;
    /** The language that was chosen while the fields on the page are still of the other. */
    private String spokenNext;

    private String adding;
    private String title;
    private boolean archived;
    private long version;
    private int revision;
    private HashMap<String, Object> form = new HashMap<>();
    private HashMap<String, Object> seen = new HashMap<>();

    /** Reads the site that the address names. */
    public void open() {
        if (part == null || !PARTS.contains(part)) part = PARTS.get(0);
        if (key == null) {
            form = new HashMap<>(SiteForm.fresh());
            return;
        }
        SiteDetails now = administration.orNoSuchPage(() -> changes.get(administration.caller(), key));
        if (now == null) return;
        see(now);
        form = new HashMap<>(seen);
        speaking = text("language");
        draw();
    }

    private void see(SiteDetails now) {
        version = now.version();
        title = now.name();
        archived = now.archived();
        logo.see(now.logo());
        header.see(now.header());
        seen = new HashMap<>(SiteForm.of(now));
    }

    /** Puts what is typed in front of the preview. What does not fit is not complained of while somebody types. */
    public void draw() {
        if (spokenNext != null) speaking = spokenNext;
        spokenNext = null;
        revision++;
        drafts.put(key, look(), logo.shown(), header.shown(), spoken(), SiteForm.texts(form));
    }

    /** Draws the logo that was chosen, or says beside it why not. */
    public void takeLogo() {
        touched();
        logo.draw(this::drawLogo, administration.words()::say);
        draw();
    }

    /** As {@link #takeLogo}, the picture at the head. */
    public void takeHeader() {
        touched();
        header.draw(this::drawHeader, administration.words()::say);
        draw();
    }

    private DrawnPicture drawLogo(InputStream content) {
        return pictures.draw(administration.caller(), key, PictureUse.LOGO, content);
    }

    private DrawnPicture drawHeader(InputStream content) {
        return pictures.draw(administration.caller(), key, PictureUse.HEADER, content);
    }

    private SiteLook look() {
        return SiteForm.look(form, SiteForm.look(seen, SiteLook.PLAIN, (k, v) -> {}), (k, v) -> {});
    }

    private List<String> spoken() {
        List<String> languages = SiteForm.languages(form);
        return languages.isEmpty() ? List.of("en") : languages;
    }

    /** Writes it, or says beside what is typed why not. */
    public void save() {
        touched();
        List<String> wrong = new ArrayList<>();
        SiteDraft draft = SiteForm.draft(form, look(), key == null ? null : version, (problem, values) -> {
            wrong.add(problem);
            administration.complain(problem, values);
        });
        if (draft.name().isEmpty()) administration.complain("form.nameMissing");
        boolean fits = placesFit(draft)
                & logo.take(this::drawLogo, administration::complain)
                & header.take(this::drawHeader, administration::complain);
        if (draft.name().isEmpty() || !fits || !wrong.isEmpty()) return;
        try {
            SiteDetails saved = key == null
                    ? changes.create(administration.caller(), newKey, fresh(draft))
                    : changes.change(administration.caller(), key, draft);
            if (key != null) {
                version = saved.version();
                show(PictureUse.LOGO, logo);
                show(PictureUse.HEADER, header);
            }
            administration.lead("/portal/site?key=" + saved.key() + "&part=" + part + "&saved=1");
        } catch (Outdated e) {
            giveWay();
        } catch (Refused e) {
            administration.complain(
                    key == null ? "site.keyTaken" : "form.refused", key == null ? newKey : e.getMessage());
        } catch (DeskException e) {
            if (key == null && !SitesPage.isKey(newKey)) administration.complain("site.keyUnfit");
            else administration.complain(e);
        }
    }

    private void show(PictureUse use, SitePicturePart picture) {
        if (!picture.changes()) return;
        SitePicture now = pictures.show(administration.caller(), key, use, picture.waiting());
        // should what comes next be refused, this one is saved
        if (picture.settled(now)) version++;
    }

    /** A new site begins with the colours that Parley has. */
    private static SiteDraft fresh(SiteDraft draft) {
        return new SiteDraft(
                draft.name(), draft.origins(), draft.languages(), draft.department(), null, null, null, null, null);
    }

    private boolean placesFit(SiteDraft draft) {
        boolean fits = true;
        for (var language : draft.texts().entrySet()) {
            Map<String, String> usual = wording.words(Locale.forLanguageTag(language.getKey()));
            for (var own : language.getValue().entrySet()) {
                for (String place : SiteForm.unknownPlaces(own.getValue(), usual.getOrDefault(own.getKey(), ""))) {
                    administration.complain("site.unknownPlace", own.getValue(), place);
                    fits = false;
                }
            }
        }
        return fits;
    }

    /** What was not touched here becomes theirs; what was stays, and saving again replaces theirs. */
    private void giveWay() {
        SiteDetails now = changes.get(administration.caller(), key);
        Map<String, Object> theirs = SiteForm.of(now);
        Words words = administration.words();
        Map<String, String> was = new HashMap<>();
        Map<String, String> is = new HashMap<>();
        TreeSet<String> names = new TreeSet<>(seen.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            if (SiteForm.same(seen.get(name), theirs.get(name))) continue;
            was.put(SiteWords.label(name, words), SiteWords.value(seen.get(name), words));
            is.put(SiteWords.label(name, words), SiteWords.value(theirs.get(name), words));
        }
        if (archived != now.archived()) {
            was.put(words.say("audit.field.archived"), SiteWords.value(archived, words));
            is.put(words.say("audit.field.archived"), SiteWords.value(now.archived(), words));
        }
        SiteForm.join(form, seen, theirs);
        overtaken(administration.lastChange(AuditKind.SITE, now.id()), TheirChange.between(was, is));
        see(now);
        draw();
    }

    public void archive() {
        archive(true);
    }

    public void restore() {
        archive(false);
    }

    private void archive(boolean wanted) {
        try {
            changes.change(
                    administration.caller(),
                    key,
                    new SiteDraft(null, null, null, null, null, wanted, null, null, null));
            administration.lead("/portal/site?key=" + key + "&saved=1");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** Adds an origin on which the widget was met and refused. */
    public void allow(String origin) {
        try {
            SiteDetails now = changes.get(administration.caller(), key);
            List<String> origins = new ArrayList<>(now.origins());
            origins.add(origin);
            changes.change(
                    administration.caller(),
                    key,
                    new SiteDraft(null, origins, null, null, null, null, null, null, now.version()));
            administration.lead("/portal/site?key=" + key + "&part=install&saved=1");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    public SitePicturePart getLogo() {
        return logo;
    }

    /** The picture at the head of the widget's first page. */
    public SitePicturePart getHeader() {
        return header;
    }

    /** The numbers of the pages with a department of their own, and two more to fill in. */
    public List<Integer> getRoutes() {
        return SiteForm.routeNumbers(form);
    }

    /** By which rules its pages speak first. */
    public SiteInviteForm getInviting() {
        return new SiteInviteForm(form, this::touched);
    }

    /** What is asked before the first message, in its order. */
    public List<SiteAskForm.Question> getQuestions() {
        return SiteAskForm.questions(form);
    }

    /** Asks what is chosen, too. */
    public void add() {
        touched();
        SiteAskForm.add(form, adding);
    }

    public void raise(String question) {
        touched();
        SiteAskForm.move(form, question, -1);
    }

    public void lower(String question) {
        touched();
        SiteAskForm.move(form, question, 1);
    }

    public void drop(String question) {
        touched();
        SiteAskForm.drop(form, question);
    }

    /** What can be asked and is not yet, as the page calls it. */
    public List<Ticked> getKinds() {
        List<String> asked =
                getQuestions().stream().map(SiteAskForm.Question::name).toList();
        return SiteWords.KINDS.keySet().stream()
                .filter(kind -> !asked.contains(kind))
                .map(kind -> new Ticked(kind, kindName(kind), "", false))
                .toList();
    }

    public String kindName(String kind) {
        return administration.words().say(SiteWords.KINDS.get(kind));
    }

    /** Of which kind the next question will be. */
    public String getAdding() {
        return adding;
    }

    public void setAdding(String adding) {
        this.adding = adding;
    }

    /** Whether something is edited that a preview shows. */
    public boolean isStudio() {
        return part.equals("brand") || part.equals("texts");
    }

    /** Where conversations can go that name no department. */
    public List<Ticked> getDepartments() {
        return departments.all(administration.caller()).stream()
                .filter(d -> !d.archived())
                .map((DepartmentDetails d) -> new Ticked(d.id(), d.name(), "", false))
                .toList();
    }

    /** Every language of the widget, called as the page's reader does. */
    public List<Ticked> getLanguages() {
        return wording.languages().stream().map(this::language).toList();
    }

    private Ticked language(Locale l) {
        String name = l.getDisplayLanguage(administration.words().language());
        return new Ticked(l.toLanguageTag(), name, l.getDisplayLanguage(l), false);
    }

    /** Those in which the site speaks, its own first. */
    public List<Ticked> getSpoken() {
        List<String> tags =
                wording.languages().stream().map(Locale::toLanguageTag).toList();
        return spoken().stream()
                .filter(tags::contains)
                .map(tag -> language(Locale.forLanguageTag(tag)))
                .toList();
    }

    public List<SiteWords.Line> getFirstTexts() {
        return SiteWords.first(wording, speaking);
    }

    public List<SiteWords.Line> getOtherTexts() {
        return SiteWords.others(wording, speaking);
    }

    public List<Contrast> getContrasts() {
        return Contrast.of(look(), administration.words());
    }

    private String text(String name) {
        return SiteForm.text(form, name);
    }

    public boolean isKnown() {
        return key != null;
    }

    public boolean isArchived() {
        return archived;
    }

    /** As it was called when the page was opened, or null for a new one. */
    public String getTitle() {
        return title;
    }

    public Map<String, Object> getForm() {
        return form;
    }

    /** Grows with each state that the preview can show. */
    public int getRevision() {
        return revision;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part;
    }

    public String getNewKey() {
        return newKey;
    }

    public void setNewKey(String newKey) {
        this.newKey = newKey;
    }

    /** In which language the texts are edited that the page shows. */
    public String getSpeaking() {
        return speaking;
    }

    /** From the next drawing on: what was typed with this request is in the language before. */
    public void setSpeaking(String speaking) {
        spokenNext = speaking;
    }
}
