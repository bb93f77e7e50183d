package dev.parley.web.portal;

import java.io.Serializable;

/** A text in another language in a form. */
public class TranslationForm implements Serializable {
    private static final long serialVersionUID = 1;

    private String language;
    private String text;

    static TranslationForm of(String language, String text) {
        TranslationForm form = new TranslationForm();
        form.language = language;
        form.text = text;
        return form;
    }

    /** A BCP 47 tag, or whatever was typed. */
    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
