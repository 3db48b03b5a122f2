//! Examples of quotations: Swedish, Norwegian, Danish and Finnish.

use super::Table;

pub(super) const SWEDISH: Table = Table {
    title: "Swedish",
    examples: &[
        ("” … ”", "⟦”Hamnen är stängd”⟧, säger Ada Törnblad."),
        ("” … ”", "Hon kallade planen ⟦”ett steg för långt”⟧ och gick."),
        ("” … ”", "⟦”Ingen ringde”⟧, sade hon, ⟦”och ingen skrev.”⟧"),
        ("” … ’ … ’ … ”", "⟦”Han sade ⟦’aldrig mer’⟧ och lade på”⟧, sade hon."),
        ("” … ’ … ’ … ”", "⟦”Han sade ⟦’aldrig mer’⟧”⟧, sade hon."),
        ("’ … ’", "Ordet ⟦’färja’⟧ står på skylten."),
        ("» … »", "⟦»Hamnen är stängd»⟧, säger Ada Törnblad. ⟦»Ingen ringde»⟧, sade hon."),
        ("» … «", "⟦»Hamnen är stängd«⟧, säger Ada Törnblad."),
        ("“ … ”", "⟦“Hamnen är stängd”⟧, säger Ada Törnblad."),
        (r#"" … ""#, r#"⟦"Hamnen är stängd"⟧, säger Ada Törnblad."#),
        (r#"" … ' … ' … ""#, r#"⟦"Han sade ⟦'aldrig mer'⟧ och lade på"⟧, sade hon."#),
        ("– …", "⟦– Hamnen är stängd⟧, säger Ada Törnblad."),
        ("– …", "⟦– Hamnen är stängd⟧, säger Ada Törnblad. – ⟦Ingen ringde.⟧"),
        ("– …", "⟦– Kommer färjan?⟧ undrade hon."),
    ],
};

pub(super) const NORWEGIAN: Table = Table {
    title: "Norwegian",
    examples: &[
        ("« … »", "⟦«Havnen er stengt»⟧, sier Ada Tornberg."),
        ("« … »", "Hun kalte planen ⟦«et skritt for langt»⟧ og gikk."),
        ("« … »", "⟦«Ingen ringte»⟧, sa hun, ⟦«og ingen skrev.»⟧"),
        ("« … ‘ … ’ … »", "⟦«Han sa ⟦‘aldri mer’⟧ og la på»⟧, sa hun."),
        ("« … ’ … ’ … »", "⟦«Han sa ⟦’aldri mer’⟧ og la på»⟧, sa hun."),
        ("“ … ”", "⟦“Havnen er stengt”⟧, sier Ada Tornberg."),
        ("„ … “", "⟦„Havnen er stengt“⟧, sier Ada Tornberg."),
        ("” … ”", "⟦”Havnen er stengt”⟧, sier Ada Tornberg."),
        (r#"" … ""#, r#"⟦"Havnen er stengt"⟧, sier Ada Tornberg."#),
        ("' … '", "Ordet ⟦'ferge'⟧ står på skiltet."),
        ("– …", "⟦– Havnen er stengt⟧, sier Ada Tornberg."),
        ("– …", "⟦– Havnen er stengt⟧, sier Ada Tornberg. – ⟦Ingen ringte.⟧"),
        ("- …", "⟦- Havnen er stengt⟧, sier Ada Tornberg."),
        ("– …", "⟦– Kommer fergen?⟧ spurte hun."),
    ],
};

pub(super) const DANISH: Table = Table {
    title: "Danish",
    examples: &[
        ("» … «", "⟦»Havnen er lukket«⟧, siger Ada Tornbjerg."),
        ("» … «", "Hun kaldte planen ⟦»et skridt for langt«⟧ og gik."),
        ("» … «", "⟦»Ingen ringede«⟧, sagde hun, ⟦»og ingen skrev.«⟧"),
        ("» … › … ‹ … «", "⟦»Han sagde ⟦›aldrig mere‹⟧ og lagde på«⟧, sagde hun."),
        ("„ … “", "⟦„Havnen er lukket“⟧, siger Ada Tornbjerg."),
        ("„ … ”", "⟦„Havnen er lukket”⟧, siger Ada Tornbjerg."),
        ("” … ”", "⟦”Havnen er lukket”⟧, siger Ada Tornbjerg."),
        ("” … ’ … ’ … ”", "⟦”Han sagde ⟦’aldrig mere’⟧ og lagde på”⟧, sagde hun."),
        ("“ … ”", "⟦“Havnen er lukket”⟧, siger Ada Tornbjerg."),
        ("« … »", "⟦«Havnen er lukket»⟧, siger Ada Tornbjerg."),
        (r#"" … ""#, r#"⟦"Havnen er lukket"⟧, siger Ada Tornbjerg."#),
        ("– …", "⟦– Havnen er lukket⟧, siger Ada Tornbjerg."),
        ("– …", "⟦– Kommer færgen?⟧ spurgte hun. – ⟦Nej.⟧"),
    ],
};

pub(super) const FINNISH: Table = Table {
    title: "Finnish",
    examples: &[
        ("” … ”", "⟦”Satama on kiinni”⟧, sanoo Aada Orapihla."),
        ("” … ”", "Hän sanoi suunnitelmaa ⟦”liian pitkäksi askeleeksi”⟧ ja lähti."),
        ("” … ”", "⟦”Kukaan ei soittanut”⟧, hän sanoi, ⟦”eikä kukaan kirjoittanut.”⟧"),
        ("” … ’ … ’ … ”", "⟦”Hän sanoi ⟦’ei enää’⟧ ja sulki”⟧, Aada kertoo."),
        ("» … »", "⟦»Satama on kiinni»⟧, sanoo Aada Orapihla."),
        ("» … »", "⟦»Satama on kiinni»⟧, sanoi Aada. ⟦»Kukaan ei soittanut»⟧, hän lisäsi."),
        ("» … ’ … ’ … »", "⟦»Hän sanoi ⟦’ei enää’⟧ ja sulki»⟧, Aada kertoo."),
        ("» … «", "⟦»Satama on kiinni«⟧, sanoo Aada Orapihla."),
        ("“ … ”", "⟦“Satama on kiinni”⟧, sanoo Aada Orapihla."),
        (r#"" … ""#, r#"⟦"Satama on kiinni"⟧, sanoo Aada Orapihla."#),
        ("' … '", "Sana ⟦'lautta'⟧ on kyltissä."),
        ("– …", "⟦– Satama on kiinni⟧, sanoo Aada Orapihla."),
        ("– …", "⟦– Satama on kiinni⟧, Aada sanoo. – ⟦Kukaan ei soittanut.⟧"),
        ("– …", "⟦– Tuleeko lautta?⟧ kysyi Aada.\n⟦– Huomenna.⟧"),
    ],
};
