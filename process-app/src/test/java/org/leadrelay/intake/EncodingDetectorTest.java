package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sure implies right: of every text in every encoding, what comes out is the text or a question.
 */
class EncodingDetectorTest {

    private static final List<String> CENTRAL = List.of("windows-1250", "ISO-8859-2", "IBM852", "x-MacCentralEurope");
    private static final List<String> WEST =
            List.of("windows-1252", "ISO-8859-1", "x-MacRoman", "IBM850", "ISO-8859-15");
    private static final List<String> CYRILLIC =
            List.of("windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "x-MacCyrillic");

    private record Sample(String name, List<String> encodings, String text) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("German", WEST, "Jörg Mußmann;Göttingen|Käthe Süßkind;Fürth|Björn Löhr;Köln"),
            new Sample("German rare", WEST, "Dörthe Brühne;Öhringen|Höppner;Plön"),
            new Sample("one umlaut", WEST, "Annette Wühr;Kiel"),
            new Sample("German caps", WEST, "JÖRG MÜSSIG;ÜBERLINGEN|KÄTHE KRÄHE;KÖLN"),
            new Sample("French", WEST, "Hélène Lefèvre;Nîmes|François Dubois;Angoulême|Zoé Garçon;Orléans"),
            new Sample("one French", WEST, "Hélène;Paris"),
            new Sample("rare French", WEST, "Ségolène Crèvecœur;Sète".replace("œ", "oe")),
            new Sample("Spanish", WEST, "José Muñoz;Málaga|María Núñez;León|Íñigo Ibáñez;Cádiz"),
            new Sample("Portuguese", WEST, "João Gonçalves;Guimarães|Inês Conceição;Évora"),
            new Sample("Swedish", WEST, "Åsa Öberg;Malmö|Håkan Sjöström;Växjö"),
            new Sample("Danish", WEST, "Søren Kjær;Århus|Jørgen Bjørnø;København"),
            new Sample("mixed West", WEST, "Zoë Müller;Genève|José Ångström;Århus|Renée Groß;Köln|Ana Muñoz;León"),
            new Sample("Polish", CENTRAL, "Łukasz Wójcik;Łódź|Małgorzata Śliwa;Gdańsk|Żaneta Gołąb;Poznań"),
            new Sample("one Polish", CENTRAL, "Łukasz;Gdynia"),
            new Sample("rare Polish", CENTRAL, "Bogumiła Przełęcka;Ełk|Jędrzej Wąż;Dęblin"),
            new Sample("Czech", CENTRAL, "Jiří Dvořák;Plzeň|Přemysl Čapek;Děčín|Božena Šťastná;Ústí"),
            new Sample("one Czech", CENTRAL, "Hynek Dvořák;Praha"),
            new Sample("Hungarian", CENTRAL, "Győző Szűcs;Hódmező|Erzsébet Kőrösi;Győr|István Tóth;Pécs"),
            new Sample("Slovak", CENTRAL, "Ľubomír Kováč;Trenčín|Štefan Hruška;Žilina"),
            new Sample("Croatian", List.of("windows-1250", "ISO-8859-2"), "Željko Jurić;Šibenik|Đurđa Perić;Čakovec"),
            new Sample("Romanian", List.of("windows-1250", "ISO-8859-2"), "Ştefan Călin;Iaşi|Mădălina Ţurcanu;Braşov"),
            new Sample("Russian", CYRILLIC, "Иван Петров;Москва|Ольга Смирнова;Казань|Сергей Щукин;Пермь"),
            new Sample("one Russian", CYRILLIC, "Ольга;Kazan"),
            new Sample("Russian caps", CYRILLIC, "ИВАН ПЕТРОВ;МОСКВА|АННА ВОЛКОВА;ТВЕРЬ"),
            new Sample(
                    "Ukrainian",
                    List.of("windows-1251", "KOI8-U", "ISO-8859-5"),
                    "Олена Ткаченко;Київ|Андрій Їжакевич;Львів"),
            new Sample(
                    "Bulgarian", List.of("windows-1251", "ISO-8859-5"), "Георги Димитров;София|Цветан Стоянов;Варна"),
            new Sample(
                    "Greek", List.of("windows-1253", "ISO-8859-7"), "Γιώργος Παπαδόπουλος;Αθήνα|Ελένη Νικολάου;Πάτρα"),
            new Sample("Greek caps", List.of("windows-1253", "ISO-8859-7"), "ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ;ΑΘΗΝΑ"),
            new Sample(
                    "Turkish",
                    List.of("windows-1254", "ISO-8859-9"),
                    "Ayşe Yıldız;Muğla|Gülşah Çelik;İzmir|Oğuz Şahin;Eskişehir"),
            new Sample("one Turkish", List.of("windows-1254", "ISO-8859-9"), "Şaban Gürağaç;Bolu"),
            new Sample("Icelandic", List.of("windows-1252"), "Guðrún Þórsdóttir;Ísafjörður|Sigurður Ægisson;Höfn"),
            new Sample(
                    "Lithuanian",
                    List.of("windows-1257", "ISO-8859-13"),
                    "Kęstutis Žukauskas;Šiauliai|Rūta Jonušienė;Panevėžys"),
            new Sample("Latvian", List.of("windows-1257", "ISO-8859-13"), "Jānis Bērziņš;Rīga|Ilze Kalniņa;Ventspils"),
            new Sample("Estonian", List.of("windows-1257", "ISO-8859-15"), "Tõnu Mägi;Pärnu|Ülle Õunapuu;Võru"),
            new Sample(
                    "Hebrew", List.of("windows-1255", "ISO-8859-8"), "משה כהן;תל אביב|רחל לוי;חיפה|יוסף מזרחי;ירושלים"),
            new Sample(
                    "Arabic", List.of("windows-1256", "ISO-8859-6"), "محمد علي;القاهرة|فاطمة حسن;الرياض|خالد يوسف;دبي"),
            new Sample("Chinese", List.of("GB18030"), "王伟;北京科技有限公司|张敏;上海贸易有限公司|李娜;广州电子有限公司"),
            new Sample("Chinese surnames", List.of("GB18030"), "王;Beijing|张;Shanghai|李;Canton"),
            new Sample("Chinese with Latin", List.of("GB18030"), "陈刚;IT公司|赵芳;ABC贸易有限公司"),
            new Sample("rare Chinese", List.of("GB18030"), "尉迟琰;岫岩|亓官骁;亳州"),
            new Sample("Taiwanese", List.of("Big5"), "王淑芬;台北科技有限公司|陳志豪;高雄|林雅婷;新竹電子"),
            new Sample("Japanese", List.of("windows-31j", "EUC-JP"), "佐藤 太郎;東京都|鈴木 花子;株式会社ヤマト|高橋 さくら;大阪府"),
            new Sample("Japanese kanji", List.of("windows-31j", "EUC-JP"), "田中一郎;横浜|渡辺美咲;名古屋"),
            new Sample("half-width kana", List.of("windows-31j"), "ﾀﾅｶ;ﾄｳｷｮｳ|ｻﾄｳ;ｵｵｻｶ"),
            new Sample("Korean", List.of("EUC-KR"), "김민수;서울전자|이영희;부산|박지훈;주식회사 한국"),
            new Sample("one Korean", List.of("EUC-KR"), "박지훈;Seoul"));

    @Test
    void what_is_sure_is_right_and_most_is_sure() {
        int sure = 0;
        int offered = 0;
        int all = 0;
        List<String> wrong = new ArrayList<>();
        for (Sample sample : SAMPLES) {
            for (String name : sample.encodings()) {
                Charset charset = Charset.forName(name);
                byte[] bytes = file(sample.text()).getBytes(charset);
                String text = new String(bytes, charset);
                Detection<Charset> guess = guess(bytes);
                boolean right = new String(bytes, guess.best()).equals(text);
                boolean candidate = guess.candidates().stream().anyMatch(each -> new String(bytes, each).equals(text));
                all++;
                sure += guess.sure() ? 1 : 0;
                offered += guess.sure() || candidate ? 1 : 0;
                if (guess.sure() && !right) {
                    wrong.add(sample.name() + " in " + name + " was taken for " + guess.best());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(sure).isGreaterThan(all * 8 / 10);
        assertThat(offered).isEqualTo(all);
    }

    @Test
    void symbols_without_a_letter_are_never_decided() {
        for (int each = 0x80; each <= 0xFF; each++) {
            byte[] bytes = {'a', ';', 'b', '\n', (byte) each, ';', '5', '\n'};
            if (guess(bytes).sure()) {
                fail("Byte " + Integer.toHexString(each) + " alone is "
                        + guess(bytes).best());
            }
        }
    }

    @Test
    void a_long_file_of_rare_names_is_decided_too() {
        StringBuilder text = new StringBuilder();
        for (String name : "Wühr Plön Öhl Brühn Höpp Kläs Güß Päch Röck Sühl".split(" ", -1)) {
            text.append(name).append("a;x|");
        }
        byte[] bytes = file(text.toString()).getBytes(Charset.forName("x-MacRoman"));

        assertThat(guess(bytes)).isEqualTo(Detection.decided(Charset.forName("x-MacRoman")));
    }

    @Test
    void utf_8_and_utf_16_are_decided_with_and_without_a_mark() {
        String text = file("Łukasz Wójcik;Łódź|王伟;北京");
        for (Charset each : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(guess(("\uFEFF" + text).getBytes(each))).isEqualTo(Detection.decided(each));
        }
        assertThat(guess(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Detection.decided(StandardCharsets.UTF_8));
        assertThat(guess("a;b\n1;2\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Detection.decided(StandardCharsets.UTF_8));
    }

    private static String file(String rows) {
        return "Name;City\r\n" + rows.replace("|", "\r\n") + "\r\n";
    }

    private static Detection<Charset> guess(byte[] bytes) {
        StreamEncodingDetector charsets = new StreamEncodingDetector();
        charsets.see(bytes, bytes.length);
        return charsets.guess();
    }
}
