package dev.parley.web.portal;

import dev.parley.audit.AuditKind;
import dev.parley.company.Companies;
import dev.parley.company.ContactPointView;
import dev.parley.company.ContactRules;
import dev.parley.company.ContactView;
import dev.parley.company.Contacts;
import dev.parley.company.LocationView;
import dev.parley.shared.DeskException;
import dev.parley.shared.Outdated;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The company's name and where it can be reached. */
@Named
@ViewScoped
public class CompanyPage extends EditedForm {
    private static final long serialVersionUID = 1;

    @Inject
    private Administration administration;

    @Inject
    private Contacts contacts;

    @Inject
    private Companies companies;

    private long version;
    private String nameSeen;
    private String placesSeen;
    private String name;
    private List<LocationForm> locations;

    @PostConstruct
    void open() {
        ContactView now = contacts.get(administration.caller());
        see(now);
        name = now.name();
        locations = forms(now);
    }

    private void see(ContactView now) {
        version = now.version();
        nameSeen = now.name();
        placesSeen = text(now.locations());
    }

    private static List<LocationForm> forms(ContactView now) {
        return now.locations().stream().map(LocationForm::of).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Writes it, or says beside what is typed why not. */
    public void save() {
        touched();
        List<LocationView> places = locations.stream().map(LocationForm::view).toList();
        if (!fits(places)) return;
        try {
            contacts.replace(administration.caller(), new ContactView(name, places, version));
            administration.lead("/portal/company?saved=1");
        } catch (Outdated e) {
            giveWay(places);
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** What was not touched here becomes theirs; what was stays, and saving again replaces theirs. */
    private void giveWay(List<LocationView> mine) {
        ContactView now = contacts.get(administration.caller());
        Map<String, String> seen = fields(nameSeen, placesSeen);
        if (Objects.equals(name, nameSeen)) name = now.name();
        if (text(mine).equals(placesSeen)) locations = forms(now);
        String company = companies
                .get(administration.caller().requireStaff().companyId())
                .publicId();
        overtaken(
                administration.lastChange(AuditKind.COMPANY, company),
                TheirChange.between(seen, fields(now.name(), text(now.locations()))));
        see(now);
    }

    private Map<String, String> fields(String itsName, String places) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(administration.words().say("company.name"), itsName);
        fields.put(administration.words().say("company.locations"), places);
        return fields;
    }

    private boolean fits(List<LocationView> places) {
        if (name == null) administration.complain("form.nameMissing");
        boolean fits = name != null;
        for (LocationView place : places) {
            if (place.name() == null) {
                administration.complain("company.locationNameMissing");
                fits = false;
            }
            fits &= all(place.phones(), ContactRules::isPhone, "company.notAPhone");
            fits &= all(place.emails(), ContactRules::isEmail, "company.notAnEmail");
            fits &= all(place.links(), ContactRules::isLink, "company.notALink");
        }
        return fits;
    }

    private boolean all(List<ContactPointView> points, Predicate<String> rule, String otherwise) {
        boolean fits = true;
        for (ContactPointView point : points) {
            if (rule.test(point.value())) continue;
            administration.complain(otherwise, point.value() == null ? point.label() : point.value());
            fits = false;
        }
        return fits;
    }

    private static String text(List<LocationView> places) {
        return places.stream()
                .map(p -> Stream.concat(
                                Stream.of(p.name(), p.address(), String.valueOf(p.shown() ? "" : "·")),
                                Stream.of(p.phones(), p.emails(), p.links())
                                        .flatMap(List::stream)
                                        .map(c -> (c.label() == null ? "" : c.label() + " ")
                                                + c.value()
                                                + (c.shown() ? "" : " ·")))
                        .filter(t -> t != null && !t.isEmpty())
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    public void addLocation() {
        touched();
        if (locations.size() < ContactRules.MOST_LOCATIONS) locations.add(LocationForm.empty());
        else administration.complain("company.tooMany", ContactRules.MOST_LOCATIONS);
    }

    public void remove(LocationForm location) {
        touched();
        locations.remove(location);
    }

    public void add(PointsForm points) {
        touched();
        if (points.rows().size() < ContactRules.MOST_OF_A_KIND) points.rows().add(new PointForm());
        else administration.complain("company.tooMany", ContactRules.MOST_OF_A_KIND);
    }

    public void remove(PointsForm points, PointForm row) {
        touched();
        points.rows().remove(row);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<LocationForm> getLocations() {
        return locations;
    }
}
