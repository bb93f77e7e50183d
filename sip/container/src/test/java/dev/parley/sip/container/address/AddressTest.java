package dev.parley.sip.container.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("VOX-13")
class AddressTest {
    /** The examples of RFC 3261 section 19.1.4, and some of ours. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sip:%61lice@atlanta.com;transport=TCP | sip:alice@AtLanTa.CoM;Transport=tcp | true",
                "sip:carol@chicago.com | sip:carol@chicago.com;newparam=5 | true",
                "sip:carol@chicago.com;newparam=5 | sip:carol@chicago.com;security=on | true",
                "sip:alice@atlanta.com?subject=project%20x&priority=urgent"
                        + " | sip:alice@atlanta.com?priority=urgent&subject=project%20x | true",
                "SIP:ALICE@AtLanTa.CoM;Transport=udp | sip:alice@AtLanTa.CoM;Transport=UDP | false",
                "sip:bob@biloxi.com | sip:bob@biloxi.com:5060 | false",
                "sip:bob@biloxi.com | sip:bob@biloxi.com;transport=udp | false",
                "sip:bob@biloxi.com | sip:bob@biloxi.com:6000;transport=tcp | false",
                "sip:carol@chicago.com | sip:carol@chicago.com?Subject=next%20meeting | false",
                "sip:bob@phone21.boxesbybob.com | sip:bob@192.0.2.4 | false",
                "sip:carol@chicago.com;security=on | sip:carol@chicago.com;security=off | false",
                "sip:bob@biloxi.com | sips:bob@biloxi.com | false",
                "sip:bob@biloxi.com;maddr=1.2.3.4 | sip:bob@biloxi.com | false",
                "tel:+1-201-555-0123 | tel:+12015550123 | true",
                "tel:7042;phone-context=example.com | tel:7042;phone-context=example.org | false",
            })
    void uris_are_the_same_by_the_rules_of_the_rfc(String one, String other, boolean same)
            throws ServletParseException {
        URI left = AnyUri.parse(one);
        URI right = AnyUri.parse(other);

        assertThat(left.equals(right)).isEqualTo(same);
        assertThat(right.equals(left)).isEqualTo(same);
        if (same) {
            assertThat(left).hasSameHashCodeAs(right);
        }
    }

    @Test
    void a_sip_uri_gives_its_parts_without_escapes() throws ServletParseException {
        SipURI uri = (SipURI) AnyUri.parse("sips:a%20b;x=y:p%40w@[2001:db8::10]:5070;transport=tcp;lr?Subject=hi%21");

        assertThat(uri.isSecure()).isTrue();
        assertThat(uri.getUser()).isEqualTo("a b;x=y");
        assertThat(uri.getUserPassword()).isEqualTo("p@w");
        assertThat(uri.getHost()).isEqualTo("[2001:db8::10]");
        assertThat(uri.getPort()).isEqualTo(5070);
        assertThat(uri.getTransportParam()).isEqualTo("tcp");
        assertThat(uri.getLrParam()).isTrue();
        assertThat(uri.getHeader("Subject")).isEqualTo("hi!");
        assertThat(AnyUri.parse(uri.toString())).isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sip:",
                "alice",
                "sip:@host",
                "sip:a@",
                "sip:a@host:99999",
                "sip:a@host:x",
                "sip:a@ho st",
                "sip:a%4@host",
                "sip:a%zz@host",
                "sip:a@host;x=1;X=2",
                "sip:a@host?nothing",
                "sip:a@-host",
                "tel:",
                "tel:hello",
                "sip:a@host\r\nEvil: yes",
                "sip:<a@host>"
            })
    void what_is_no_uri_is_refused(String text) {
        assertThatThrownBy(() -> AnyUri.parse(text)).isInstanceOf(ServletParseException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"Bob \\\"B\\\" Builder\" <sip:bob@biloxi.com>;tag=1|Bob \"B\" Builder|sip:bob@biloxi.com|1",
                "\"<not> the, uri;\" <sip:bob@biloxi.com;x=y>;tag=2|<not> the, uri;|sip:bob@biloxi.com;x=y|2",
                "Bob Builder <sip:bob@biloxi.com>|Bob Builder|sip:bob@biloxi.com|",
                "sip:bob@biloxi.com;tag=3||sip:bob@biloxi.com|3",
                "<sip:bob@biloxi.com>;tag=4||sip:bob@biloxi.com|4",
            })
    void an_address_gives_its_parts(String text, String name, String uri, String tag) throws ServletParseException {
        SipAddress address = SipAddress.parse(text);

        assertThat(address.getDisplayName()).isEqualTo(name);
        assertThat(address.getURI()).hasToString(uri);
        assertThat(address.getParameter("TAG")).isEqualTo(tag);
        assertThat(SipAddress.parse(address.toString())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:bob@biloxi.com",
                "\"Bob <sip:bob@biloxi.com>",
                "sip:bob@biloxi.com?Subject=x",
                "a,b <sip:c@d>",
                "<sip:bob@biloxi.com> nonsense",
                "<sip:a@b>;tag=1;tag=2",
                ""
            })
    void what_is_no_address_is_refused(String text) {
        assertThatThrownBy(() -> SipAddress.parse(text)).isInstanceOf(ServletParseException.class);
    }

    @Test
    void the_containers_own_address_cannot_be_changed_but_its_copy_can() throws ServletParseException {
        SipAddress from = SipAddress.parseFrozen("\"Bob\" <sip:bob@biloxi.com>;tag=1");

        assertThatThrownBy(() -> from.setParameter("tag", "2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> from.setDisplayName("Eve")).isInstanceOf(IllegalStateException.class);
        ((SipURI) from.getURI()).setUser("eve");
        assertThat(from.getURI()).hasToString("sip:bob@biloxi.com");

        SipAddress copy = (SipAddress) from.clone();
        copy.setParameter("tag", "2");
        assertThat(copy.getParameter("tag")).isEqualTo("2");
        assertThat(from.getParameter("tag")).isEqualTo("1");
    }

    @Test
    void wildcard_expires_and_preference_are_read() throws ServletParseException {
        assertThat(SipAddress.parse("*").isWildcard()).isTrue();

        SipAddress contact = SipAddress.parse("<sip:a@b>;expires=60;q=0.7");
        assertThat(contact.getExpires()).isEqualTo(60);
        assertThat(contact.getQ()).isEqualTo(0.7f);
        assertThat(SipAddress.parse("<sip:a@b>;expires=soon;q=2").getExpires()).isEqualTo(-1);
        assertThat(SipAddress.parse("<sip:a@b>;expires=99999999999").getExpires())
                .isEqualTo(-1);
        assertThat(SipAddress.parse("<sip:a@b>;q=2").getQ()).isEqualTo(-1);
        assertThatThrownBy(() -> contact.setQ(1.5f)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_telephone_number_is_global_or_has_a_context() throws ServletParseException {
        TelURL global = (TelURL) AnyUri.parse("tel:+358-555-1234567;postd=pp22");
        assertThat(global.isGlobal()).isTrue();
        assertThat(global.getPhoneNumber()).isEqualTo("358-555-1234567");

        TelURL local = (TelURL) AnyUri.parse("tel:7042;phone-context=example.com");
        assertThat(local.isGlobal()).isFalse();
        assertThat(local.getPhoneContext()).isEqualTo("example.com");
    }
}
