package dev.parley.web.pages;

import dev.parley.company.SiteLook;
import dev.parley.company.SiteLookJson;
import dev.parley.company.SitePicture;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an administrator's sites would look if what is being edited were saved: for the preview of the page that edits it, in the same
 * sign-in. The page has asked the door before it puts one here.
 */
@SessionScoped
public class SiteDrafts implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int MOST = 5;

    private final LinkedHashMap<String, Draft> drafts = new LinkedHashMap<>();

    /** Keeps the newest of a site in place of the one before. */
    public synchronized void put(
            String siteKey,
            SiteLook look,
            SitePicture logo,
            SitePicture header,
            List<String> languages,
            Map<String, Map<String, String>> texts) {
        HashMap<String, HashMap<String, String>> own = new HashMap<>();
        texts.forEach((language, words) -> own.put(language, new HashMap<>(words)));
        drafts.remove(siteKey);
        drafts.put(
                siteKey,
                new Draft(SiteLookJson.write(look).toString(), logo, header, languages.toArray(String[]::new), own));
        while (drafts.size() > MOST) drafts.remove(drafts.keySet().iterator().next());
    }

    /** The newest of a site, if one is being edited. */
    synchronized Optional<Draft> find(String siteKey) {
        return Optional.ofNullable(drafts.get(siteKey));
    }

    /**
     * @param json of the look, as sessions may be written down
     * @param logo perhaps with an address that holds the picture itself; or null
     * @param header as {@code logo}
     */
    record Draft(
            String json,
            SitePicture logo,
            SitePicture header,
            String[] languages,
            HashMap<String, HashMap<String, String>> texts)
            implements Serializable {
        SiteLook look() {
            return SiteLookJson.kept(SiteLook.PLAIN.color(), json);
        }

        Map<String, Map<String, String>> own() {
            return new HashMap<>(texts);
        }
    }
}
