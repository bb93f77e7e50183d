package dev.parley.web.portal;

import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lists as they stood on the page. A button in a row is found again by the row's number: were the list read anew, whatever had come or
 * gone since would make it act on another row than the one that was seen.
 */
final class Drawn {
    private Drawn() {}

    /**
     * The list that this view began with.
     *
     * @param name of the list in this view
     * @param read asks for it, once a view
     */
    @SuppressWarnings("unchecked")
    static <T> List<T> list(String name, Supplier<List<T>> read) {
        Map<String, Object> view =
                FacesContext.getCurrentInstance().getViewRoot().getViewMap();
        String key = Drawn.class.getName() + "." + name;
        if (!(view.get(key) instanceof List<?>)) view.put(key, read.get());
        return (List<T>) view.get(key);
    }

    /** What this page did itself changed the list: it is read anew when it is drawn next. */
    static void anew(String name) {
        FacesContext.getCurrentInstance().getViewRoot().getViewMap().remove(Drawn.class.getName() + "." + name);
    }
}
