<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>sam_annotator</name>
        <message>
            <location filename="../../sam_annotator/app.py" />
            <source>Find…</source>
            <translation>Suchen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/app.py" />
            <source>read-only</source>
            <translation>schreibgeschützt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/app.py" />
            <source>{title} (read-only)</source>
            <translation>{title} (schreibgeschützt)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/app.py" />
            <source>No engine</source>
            <translation>Keine Engine</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/docks/compare_legend.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Ours</source>
            <translation>Eigene</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/docks/compare_legend.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Theirs</source>
            <translation>Fremde</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Pairs</source>
            <translation>Paare</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/docks/compare_legend.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>Only ours</source>
            <translation>Nur eigene</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/docks/compare_legend.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>Only theirs</source>
            <translation>Nur fremde</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>Other category</source>
            <translation>Andere Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Mean IoU</source>
            <translation>Mittlere IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Precision##share of the masks that are true</source>
            <translation>Precision</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <source>{category}: another mask, IoU {iou}</source>
            <translation>{category}: andere Maske, IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <source>{category} here, {other} there, IoU {iou}</source>
            <translation>{category} hier, {other} dort, IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <source>{category}: only here</source>
            <translation>{category}: nur hier</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <source>{category}: only there</source>
            <translation>{category}: nur dort</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <source>{text}, score {score}</source>
            <translation>{text}, Score {score}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>its outline does not lie on edges of the image</source>
            <translation>ihr Umriss liegt nicht auf Kanten des Bildes</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>the engine answers its prompts otherwise</source>
            <translation>die Engine beantwortet ihre Prompts anders</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>it may be two objects</source>
            <translation>es können zwei Objekte sein</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>it covers another annotation</source>
            <translation>sie bedeckt eine andere Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>its outline hangs on the threshold</source>
            <translation>ihr Umriss hängt von der Schwelle ab</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>the engine is not sure of it</source>
            <translation>die Engine ist sich nicht sicher</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>the candidates differ</source>
            <translation>die Kandidaten unterscheiden sich</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>it says two sizes</source>
            <translation>sie nennt zwei Größen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} is no file; take it out of the image folder, or go on with the next image.</source>
            <translation>{name} ist keine Datei; nehmen Sie sie aus dem Bildordner oder gehen Sie zum nächsten Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} has {size} GB, more than the {most:.0f} GB this program takes; cut it into tiles, or go on with the next image.</source>
            <translation>{name} hat {size} GB, mehr als die {most:.0f} GB, die dieses Programm annimmt; zerteilen Sie es in Kacheln oder gehen Sie zum nächsten Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} is not where the project expects it; put it back at {path}, or go on with the next image.</source>
            <translation>{name} ist nicht dort, wo das Projekt es erwartet; legen Sie es wieder unter {path} ab oder gehen Sie zum nächsten Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} can't be opened ({reason}); check the file, or go on with the next image.</source>
            <translation>{name} lässt sich nicht öffnen ({reason}); prüfen Sie die Datei oder gehen Sie zum nächsten Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} does not fit into this computer's memory; reduce it, or go on with the next image.</source>
            <translation>{name} passt nicht in den Arbeitsspeicher dieses Computers; verkleinern Sie es oder gehen Sie zum nächsten Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>no reason was given</source>
            <translation>kein Grund angegeben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} can't be read as an image ({reason}); it is damaged or of another kind: replace it, or go on with the next image.</source>
            <translation>{name} lässt sich nicht als Bild lesen ({reason}); es ist beschädigt oder von anderer Art: Ersetzen Sie es oder gehen Sie zum nächsten Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} has {width} x {height} pixels, more than the {most} megapixels this program takes; cut it into tiles, or go on with the next image.</source>
            <translation>{name} hat {width} x {height} Pixel, mehr als die {most} Megapixel, die dieses Programm annimmt; zerteilen Sie es in Kacheln oder gehen Sie zum nächsten Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>it has no pixels</source>
            <translation>es hat keine Pixel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>unknown kind</source>
            <translation>unbekannte Art</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>empty file</source>
            <translation>leere Datei</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>its pixels can't be decoded</source>
            <translation>seine Pixel lassen sich nicht dekodieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>image file is truncated</source>
            <translation>die Bilddatei ist abgeschnitten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>values of type {kind}</source>
            <translation>Werte vom Typ {kind}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_write.py" />
            <source>{name} differs from what was to be written; nothing was kept, try another disk.</source>
            <translation>{name} weicht von dem ab, was geschrieben werden sollte; nichts wurde behalten, versuchen Sie einen anderen Datenträger.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A mask has two dimensions, this array has {count}.</source>
            <translation>Eine Maske hat zwei Dimensionen, dieses Array hat {count}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <location filename="../../sam_annotator/core/mask_region.py" />
            <source>A part of {w} x {h} pixels at ({x}, {y}) does not fit into the mask.</source>
            <translation>Ein Teil von {w} x {h} Pixeln bei ({x}, {y}) passt nicht in die Maske.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of an RLE must be integers.</source>
            <translation>Die Zahlen einer RLE müssen ganze Zahlen sein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of an RLE must be between 0 and height * width.</source>
            <translation>Die Zahlen einer RLE müssen zwischen 0 und Höhe * Breite liegen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of a compressed RLE hold a character that can't be there.</source>
            <translation>Die Zahlen einer komprimierten RLE enthalten ein unmögliches Zeichen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of its RLE are not in the form that this program writes.</source>
            <translation>Die Zahlen ihrer RLE haben nicht die Form, die dieses Programm schreibt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The polygons of a mask must be a list.</source>
            <translation>Die Polygone einer Maske müssen eine Liste sein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A polygon must be a list of numbers.</source>
            <translation>Ein Polygon muss eine Liste von Zahlen sein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A polygon needs an even number of at least 6 numbers, this one has {count}.</source>
            <translation>Ein Polygon braucht eine gerade Anzahl von mindestens 6 Zahlen, dieses hat {count}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A polygon has a coordinate that is not finite or lies far outside the image.</source>
            <translation>Ein Polygon hat eine Koordinate, die nicht endlich ist oder weit außerhalb des Bildes liegt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The polygons of a mask have outlines that are too long to be filled.</source>
            <translation>Die Polygone einer Maske haben zu lange Umrisse, um gefüllt zu werden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of a mask are damaged; delete the annotation and make it again.</source>
            <translation>Die Daten einer Maske sind beschädigt; löschen Sie die Annotation und erstellen Sie sie neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>Masks of different sizes can't be compared: {one} and {other}.</source>
            <translation>Masken verschiedener Größe lassen sich nicht vergleichen: {one} und {other}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A mask's size must be [height, width], two integers above 0.</source>
            <translation>Die Größe einer Maske muss [Höhe, Breite] sein, zwei ganze Zahlen über 0.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A mask of {height} x {width} pixels is larger than this program takes.</source>
            <translation>Eine Maske von {height} x {width} Pixeln ist größer, als dieses Programm annimmt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of an RLE must sum to height * width ({height} x {width}).</source>
            <translation>Die Zahlen einer RLE müssen zusammen Höhe * Breite ergeben ({height} x {width}).</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of a compressed RLE must be a string that is not empty.</source>
            <translation>Die Zahlen einer komprimierten RLE müssen ein nicht leerer Text sein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of a compressed RLE end in the middle of a number.</source>
            <translation>Die Zahlen einer komprimierten RLE enden mitten in einer Zahl.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of a compressed RLE hold a number that is too large.</source>
            <translation>Die Zahlen einer komprimierten RLE enthalten eine zu große Zahl.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_algebra.py" />
            <source>Masks of different sizes can't be put together.</source>
            <translation>Masken verschiedener Größe lassen sich nicht verbinden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_crops.py" />
            <location filename="../../sam_annotator/core/mask_region.py" />
            <source>Masks of different sizes can't be compared.</source>
            <translation>Masken verschiedener Größe lassen sich nicht vergleichen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>The first selected mask covers the others already.</source>
            <translation>Die zuerst ausgewählte Maske deckt die anderen schon ab.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>The masks have no pixel in common.</source>
            <translation>Die Masken haben kein gemeinsames Pixel.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>The others cover the first selected mask whole: nothing would change.</source>
            <translation>Die anderen decken die zuerst ausgewählte Maske ganz ab: Es würde sich nichts ändern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>There are more than {count} parts; clean the mask up first, so that its specks go.</source>
            <translation>Es sind mehr als {count} Teile; bereinigen Sie die Maske zuerst, damit ihre Flecken verschwinden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>There is nothing to split: all of it hangs together.</source>
            <translation>Nichts zu teilen: Alles hängt zusammen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>A locked annotation can't be changed; unlock it first.</source>
            <translation>Eine gesperrte Annotation kann nicht geändert werden; entsperren Sie sie zuerst.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>An attribute needs a name without spaces around it; type one.</source>
            <translation>Ein Attribut braucht einen Namen ohne Leerzeichen am Rand; geben Sie einen ein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>Every annotation has "{name}" already; choose another name.</source>
            <translation>Jede Annotation hat „{name}“ schon; wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>The attribute "{name}" is given twice; name it once.</source>
            <translation>Das Attribut „{name}“ kommt zweimal vor; nennen Sie es einmal.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>The attribute "{name}" has nothing to choose from; add choices.</source>
            <translation>Das Attribut „{name}“ hat nichts zur Auswahl; fügen Sie Werte hinzu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>The attribute "{name}" has a smallest number above its largest; swap them.</source>
            <translation>Das Attribut „{name}“ hat eine kleinste Zahl über seiner größten; vertauschen Sie sie.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>The default of "{name}" is none of its values; choose another.</source>
            <translation>Die Vorgabe von „{name}“ ist keiner seiner Werte; wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/second_set.py" />
            <source>{n} image of the other project is not in this one: {names}.</source>
            <translation>{n} Bild des anderen Projekts ist nicht in diesem: {names}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/second_set.py" />
            <source>{n} images of the other project are not in this one: {names}.</source>
            <translation>{n} Bilder des anderen Projekts sind nicht in diesem: {names}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/second_set.py" />
            <source>{n} image has another size in the other project: {names}.</source>
            <translation>{n} Bild hat im anderen Projekt eine andere Größe: {names}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/second_set.py" />
            <source>{n} images have another size in the other project: {names}.</source>
            <translation>{n} Bilder haben im anderen Projekt eine andere Größe: {names}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Drawing</source>
            <translation>Darstellung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Engines</source>
            <translation>Engines</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Memory</source>
            <translation>Speicher</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>As the system says</source>
            <translation>Wie im System</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>CUDA (NVIDIA GPU)</source>
            <translation>CUDA (NVIDIA-GPU)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>MPS (Apple GPU)</source>
            <translation>MPS (Apple-GPU)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/words.py" />
            <source>{one}, {other}</source>
            <translation>{one}, {other}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/words.py" />
            <source>{one}, {other}##of things of one kind</source>
            <translation>{one}, {other}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/words.py" />
            <source>{one} {other}##of sentences</source>
            <translation>{one} {other}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/demo.py" />
            <source>The demo project can't be made in {folder} ({reason}); open a folder of images instead.</source>
            <translation>Das Demoprojekt kann nicht in {folder} angelegt werden ({reason}); öffnen Sie stattdessen einen Ordner mit Bildern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/demo.py" />
            <source>The demo's photographs come with scikit-image, which is not installed; open a folder instead.</source>
            <translation>Die Fotos der Demo kommen mit scikit-image, das nicht installiert ist; öffnen Sie stattdessen einen Ordner.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic.py" />
            <source>The box lies outside the image; draw it on the image.</source>
            <translation>Das Rechteck liegt außerhalb des Bildes; ziehen Sie es auf dem Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Points per side</source>
            <translation>Punkte je Seite</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Clicks in a row and in a column of the grid; more find smaller objects.</source>
            <translation>Klicks in einer Zeile und Spalte des Rasters; mehr finden kleinere Objekte.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Lowest predicted IoU</source>
            <translation>Niedrigste vorhergesagte IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Masks the engine itself thinks little of are dropped.</source>
            <translation>Masken, von denen die Engine selbst wenig hält, werden verworfen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Lowest stability</source>
            <translation>Niedrigste Stabilität</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Masks whose outline moves a lot with the threshold are dropped.</source>
            <translation>Masken, deren Umriss sich mit der Schwelle stark bewegt, werden verworfen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Smallest region (px)</source>
            <translation>Kleinste Region (px)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Holes and islands below this area are filled or taken away; 0 keeps all.</source>
            <translation>Löcher und Inseln unter dieser Fläche werden gefüllt oder entfernt; 0 behält alle.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Duplicates overlap</source>
            <translation>Überlappung von Dubletten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Of two masks whose boxes overlap more (IoU), the better one stays.</source>
            <translation>Von zwei Masken, deren Rechtecke mehr überlappen (IoU), bleibt die bessere.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Layers of crops</source>
            <translation>Ebenen von Ausschnitten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Looks again at 4, then 16, then 64 parts of the image, to find small objects; slow.</source>
            <translation>Sucht auch in 4, dann 16, dann 64 Teilen des Bildes, um kleine Objekte zu finden; langsam.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Fewer points in crops</source>
            <translation>Weniger Punkte in Ausschnitten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Divides the points per side from one layer of crops to the next.</source>
            <translation>Teilt die Punkte je Seite von einer Ebene der Ausschnitte zur nächsten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Points at once</source>
            <translation>Punkte auf einmal</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Clicks answered together; fewer take less memory.</source>
            <translation>Klicks, die zusammen beantwortet werden; weniger brauchen weniger Speicher.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Stability offset</source>
            <translation>Versatz der Stabilität</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>How far the threshold is moved for the stability.</source>
            <translation>Wie weit die Schwelle für die Stabilität verschoben wird.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Duplicates of crops</source>
            <translation>Dubletten aus Ausschnitten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Likewise, between crops; the smaller crop's stays.</source>
            <translation>Ebenso zwischen Ausschnitten; die aus dem kleineren bleibt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Overlap of crops</source>
            <translation>Überlappung der Ausschnitte</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Share of the image's shorter side.</source>
            <translation>Anteil an der kürzeren Seite des Bildes.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>{points} points per side are too few to be divided by {factor} for each of {layers} layers of crops.</source>
            <translation>{points} Punkte je Seite sind zu wenige, um sie für jede von {layers} Ebenen der Ausschnitte durch {factor} zu teilen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Quick</source>
            <translation>Schnell</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>A coarse grid: the large objects, in a quarter of the time.</source>
            <translation>Ein grobes Raster: die großen Objekte, in einem Viertel der Zeit.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Balanced</source>
            <translation>Ausgewogen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>What Segment Anything does by itself.</source>
            <translation>Was Segment Anything von sich aus tut.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Thorough</source>
            <translation>Gründlich</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Looks at four parts of the image too, is less strict, and cleans up specks; takes twice as long.</source>
            <translation>Sucht auch in vier Teilen des Bildes, ist weniger streng und entfernt Flecken; dauert doppelt so lange.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>An engine takes an RGB image as a uint8 array (H, W, 3); convert it first.</source>
            <translation>Eine Engine nimmt ein RGB-Bild als uint8-Array (H, W, 3); wandeln Sie es zuerst um.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>The image has no pixels; choose another image.</source>
            <translation>Das Bild hat keine Pixel; wählen Sie ein anderes.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>The image was encoded by another engine; encode it again with this one.</source>
            <translation>Das Bild wurde von einer anderen Engine kodiert; kodieren Sie es mit dieser neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>The prompt is empty; give at least one point or a box.</source>
            <translation>Der Prompt ist leer; geben Sie mindestens einen Punkt oder ein Rechteck an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>mask_input has the shape {shape}, this engine takes {expected}; give back low_res_logits of one of its own predictions.</source>
            <translation>mask_input hat die Form {shape}, diese Engine nimmt {expected}; geben Sie low_res_logits einer ihrer eigenen Vorhersagen zurück.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>mask_input holds numbers that are not finite; go on without it.</source>
            <translation>mask_input enthält Zahlen, die nicht endlich sind; fahren Sie ohne sie fort.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/checkpoints.py" />
            <source>There is no file {path}; choose the checkpoint again.</source>
            <translation>Es gibt keine Datei {path}; wählen Sie den Checkpoint neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/checkpoints.py" />
            <source>The choice can't be kept in {folder} ({reason}); make that folder writable.</source>
            <translation>Die Wahl kann nicht in {folder} gespeichert werden ({reason}); machen Sie den Ordner beschreibbar.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/checkpoints.py" />
            <source>The checkpoint {path} can't be read ({reason}); choose the file again, or download it.</source>
            <translation>Der Checkpoint {path} kann nicht gelesen werden ({reason}); wählen Sie die Datei neu oder laden Sie sie herunter.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/checkpoints.py" />
            <source>{title} needs no download; choose it in the list of engines.</source>
            <translation>{title} braucht keinen Download; wählen Sie es in der Liste der Engines.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{url} is no web address; give one that begins with https://.</source>
            <translation>{url} ist keine Webadresse; geben Sie eine an, die mit https:// beginnt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{name} is being downloaded by another window; wait for that one.</source>
            <translation>{name} wird gerade von einem anderen Fenster heruntergeladen; warten Sie darauf.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The file at {url} has {total} bytes instead of {size_bytes}, so it is another one; try again later, or choose a file you have.</source>
            <translation>Die Datei unter {url} hat {total} Bytes statt {size_bytes}, ist also eine andere; versuchen Sie es später oder wählen Sie eine vorhandene Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The download was cancelled; start it again to go on where it stopped.</source>
            <translation>Der Download wurde abgebrochen; starten Sie ihn neu, dann geht er dort weiter.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The connection broke off after {done:.0f} of {total:.0f} MB; start the download again to go on from there.</source>
            <translation>Die Verbindung brach nach {done:.0f} von {total:.0f} MB ab; starten Sie den Download neu, dann geht er dort weiter.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The server sent another part of the file than asked for; start the download again.</source>
            <translation>Der Server schickte einen anderen Teil der Datei als gewünscht; starten Sie den Download neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{name} arrived damaged (its sha256 is not the published one) and was deleted; start the download again.</source>
            <translation>{name} kam beschädigt an (sha256 ist nicht die veröffentlichte) und wurde gelöscht; starten Sie den Download neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The disk of {folder} is full; make room and start the download again.</source>
            <translation>Der Datenträger von {folder} ist voll; schaffen Sie Platz und starten Sie den Download neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The disk of {folder} is full, {needed:.0f} MB more are needed; make room and start the download again.</source>
            <translation>Der Datenträger von {folder} ist voll, es fehlen noch {needed:.0f} MB; schaffen Sie Platz und starten Sie den Download neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{host} has no file {name} any more ({status}); choose a file you have instead.</source>
            <translation>{host} hat die Datei {name} nicht mehr ({status}); wählen Sie stattdessen eine vorhandene Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{host} refused the download ({status}); try again later, or choose a file you have.</source>
            <translation>{host} hat den Download verweigert ({status}); versuchen Sie es später oder wählen Sie eine vorhandene Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The connection broke off; start the download again to go on from where it stopped.</source>
            <translation>Die Verbindung brach ab; starten Sie den Download neu, dann geht er dort weiter.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{host} can't be reached ({reason}); check the network and start the download again.</source>
            <translation>{host} ist nicht erreichbar ({reason}); prüfen Sie das Netzwerk und starten Sie den Download neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{name} can't be written to {folder} ({reason}); make that folder writable and start the download again.</source>
            <translation>{name} kann nicht nach {folder} geschrieben werden ({reason}); machen Sie den Ordner beschreibbar und starten Sie den Download neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/embed_ahead.py" />
            <source>The folder {folder} can't be written ({reason}); make room, or choose another.</source>
            <translation>Der Ordner {folder} kann nicht beschrieben werden ({reason}); schaffen Sie Platz oder wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/fake.py" />
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Fake (colour likeness)</source>
            <translation>Attrappe (Farbähnlichkeit)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/fast_sam.py" />
            <source>{title} gives no finite numbers in {precision}; set the precision to float32 in the settings.</source>
            <translation>{title} liefert in {precision} keine endlichen Zahlen; stellen Sie die Genauigkeit in den Einstellungen auf float32.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/reading_ahead.py" />
            <source>{name} can't be opened ({reason}); check the file.</source>
            <translation>{name} lässt sich nicht öffnen ({reason}); prüfen Sie die Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>{title} needs its checkpoint {file_name}, which is not on this computer; download it in the list of engines, or choose a file.</source>
            <translation>{title} braucht seinen Checkpoint {file_name}, der nicht auf diesem Computer ist; laden Sie ihn in der Liste der Engines herunter oder wählen Sie eine Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Built-in</source>
            <translation>Eingebaut</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Comes with the program; quick on any computer.</source>
            <translation>Kommt mit dem Programm; schnell auf jedem Computer.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Segment Anything, smallest; a few seconds for an image without a GPU.</source>
            <translation>Segment Anything, das kleinste; ohne GPU einige Sekunden pro Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Segment Anything, better outlines; best with a GPU.</source>
            <translation>Segment Anything, bessere Umrisse; am besten mit GPU.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Segment Anything, best outlines; needs a GPU to be quick.</source>
            <translation>Segment Anything, beste Umrisse; braucht eine GPU, um schnell zu sein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Fake</source>
            <translation>Attrappe</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>No network, only likeness of colours; for trying the program and for tests.</source>
            <translation>Kein Netz, nur Ähnlichkeit der Farben; zum Ausprobieren des Programms und für Tests.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>There is no engine "{engine_id}"; choose one of {known}.</source>
            <translation>Es gibt keine Engine „{engine_id}“; wählen Sie eine von {known}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>It is locked; unlock it to change it.</source>
            <translation>Sie ist gesperrt; entsperren Sie sie, um sie zu ändern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>It has no prompts: it was painted or imported.</source>
            <translation>Sie hat keine Prompts: Sie wurde gemalt oder importiert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>{engine} has made it already.</source>
            <translation>{engine} hat sie schon erstellt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>The engine can't give the mask at the threshold that was set for it.</source>
            <translation>Die Engine kann die Maske nicht bei der dafür eingestellten Schwelle liefern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>{name} has another size than the mask; put the old file back.</source>
            <translation>{name} hat eine andere Größe als die Maske; legen Sie die alte Datei zurück.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>It was edited by hand, and the engine or checkpoint that made it is not here to compare.</source>
            <translation>Sie wurde von Hand bearbeitet, und die Engine oder der Checkpoint, mit dem sie entstand, ist zum Vergleich nicht da.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>{engine} finds nothing there.</source>
            <translation>{engine} findet dort nichts.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>The new mask has an IoU of {iou} with the old one.</source>
            <translation>Die neue Maske hat mit der alten eine IoU von {iou}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>The image is too thin for {title}; crop it, or choose another image.</source>
            <translation>Das Bild ist zu schmal für {title}; beschneiden Sie es oder wählen Sie ein anderes.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>The weights of the built-in engine are missing ({weights}); install the program again, or choose another engine.</source>
            <translation>Die Gewichte der eingebauten Engine fehlen ({weights}); installieren Sie das Programm neu oder wählen Sie eine andere Engine.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>{name} is damaged or does not fit this version ({detail}); install the program again, or choose another engine.</source>
            <translation>{name} ist beschädigt oder passt nicht zu dieser Version ({detail}); installieren Sie das Programm neu oder wählen Sie eine andere Engine.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>There is no device "{device}"; choose auto, cpu, cuda or mps.</source>
            <translation>Es gibt kein Gerät „{device}“; wählen Sie auto, cpu, cuda oder mps.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>No CUDA GPU can be used on this computer; choose the device auto or cpu.</source>
            <translation>Auf diesem Computer ist keine CUDA-GPU nutzbar; wählen Sie als Gerät auto oder cpu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>No Apple GPU can be used on this computer; choose the device auto or cpu.</source>
            <translation>Auf diesem Computer ist keine Apple-GPU nutzbar; wählen Sie als Gerät auto oder cpu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>The GPU's memory is too small for {title}; set the device to cpu, or choose a smaller engine.</source>
            <translation>Der Speicher der GPU ist zu klein für {title}; stellen Sie das Gerät auf cpu oder wählen Sie eine kleinere Engine.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>The computer's memory is too small for {title}; close other programs, or choose a smaller engine.</source>
            <translation>Der Arbeitsspeicher ist zu klein für {title}; schließen Sie andere Programme oder wählen Sie eine kleinere Engine.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>The checkpoint {checkpoint} can't be opened ({reason}); choose the file again, or download it.</source>
            <translation>Der Checkpoint {checkpoint} lässt sich nicht öffnen ({reason}); wählen Sie die Datei neu oder laden Sie sie herunter.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{checkpoint} is a folder; choose the checkpoint file in it.</source>
            <translation>{checkpoint} ist ein Ordner; wählen Sie die Checkpoint-Datei darin.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} is empty; download it again, or choose another file.</source>
            <translation>{name} ist leer; laden Sie die Datei neu herunter oder wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} holds more than weights, and is not opened since such a file can run code; save its state_dict alone, or choose another file.</source>
            <translation>{name} enthält mehr als Gewichte und wird nicht geöffnet, da eine solche Datei Code ausführen kann; speichern Sie nur das state_dict oder wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} is damaged or no checkpoint; download it again, or choose another file.</source>
            <translation>{name} ist beschädigt oder kein Checkpoint; laden Sie die Datei neu herunter oder wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} holds no weights by name; choose a Segment Anything checkpoint.</source>
            <translation>{name} enthält keine benannten Gewichte; wählen Sie einen Checkpoint von Segment Anything.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} is no Segment Anything checkpoint of {engine_id}; choose another file, or download the official.</source>
            <translation>{name} ist kein Checkpoint von Segment Anything für {engine_id}; wählen Sie eine andere Datei oder laden Sie die offizielle herunter.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} is a checkpoint of {found}, not of {engine_id}; choose the engine {found} for it, or another file.</source>
            <translation>{name} ist ein Checkpoint von {found}, nicht von {engine_id}; wählen Sie dafür die Engine {found} oder eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{first} is missing</source>
            <translation>{first} fehlt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{first} has another size</source>
            <translation>{first} hat eine andere Größe</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{reason}, and {n} more do not fit</source>
            <translation>{reason}, und {n} weitere passen nicht</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} does not fit {engine_id} ({reason}); choose another file.</source>
            <translation>{name} passt nicht zu {engine_id} ({reason}); wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <source>Wrote {images_out} of {images}, {annotations_out} of {annotations} and {categories} to {name}.</source>
            <translation>Geschrieben: {images_out} von {images}, {annotations_out} von {annotations} und {categories} nach {name}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <source>{annotations} and {categories} added</source>
            <translation>{annotations} und {categories} hinzugefügt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <source>{text}, {n} already there</source>
            <translation>{text}, {n} schon vorhanden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <source>{text}, {n} skipped because they do not fit</source>
            <translation>{text}, {n} übersprungen, da sie nicht passen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <source>{text}.</source>
            <translation>{text}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} image</source>
            <translation>{n} Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} images</source>
            <translation>{n} Bilder</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/models/category_list.py" />
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>{n} annotation</source>
            <translation>{n} Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/models/category_list.py" />
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>{n} annotations</source>
            <translation>{n} Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>{n} category</source>
            <translation>{n} Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>{n} categories</source>
            <translation>{n} Kategorien</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <source>{name} holds no categories; choose another file.</source>
            <translation>{name} enthält keine Kategorien; wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <source>Categories are written to .json, .txt or .csv; choose another name.</source>
            <translation>Kategorien werden in .json, .txt oder .csv geschrieben; wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <location filename="../../sam_annotator/formats/refusals.py" />
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>{path} can't be written ({reason}); choose another place.</source>
            <translation>{path} kann nicht geschrieben werden ({reason}); wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <source>{name} is no list of categories; choose another file.</source>
            <translation>{name} ist keine Liste von Kategorien; wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <source>Category {n} of {name} has no name; correct the file.</source>
            <translation>Kategorie {n} in {name} hat keinen Namen; berichtigen Sie die Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{name} is not valid UTF-8 text; save it as UTF-8.</source>
            <translation>{name} ist kein gültiger UTF-8-Text; speichern Sie die Datei als UTF-8.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{path} can't be read ({reason}); check the file.</source>
            <translation>{path} kann nicht gelesen werden ({reason}); prüfen Sie die Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco.py" />
            <source>Polygons where they decode to exactly the same pixels</source>
            <translation>Polygone, wo sie genau dieselben Pixel ergeben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco.py" />
            <source>Masks with holes, and all without this choice, are written as RLE.</source>
            <translation>Masken mit Löchern, und ohne diese Wahl alle, werden als RLE geschrieben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco.py" />
            <source>COCO instances (JSON)</source>
            <translation>COCO-Instanzen (JSON)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{what} has no file_name.</source>
            <translation>{what} hat keinen file_name.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{what} ({name}) has a path that leads out of the image folder.</source>
            <translation>{what} ({name}) hat einen Pfad, der aus dem Bildordner führt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{name} is {other} in this project: the same file elsewhere.</source>
            <translation>{name} ist in diesem Projekt {other}: dieselbe Datei an anderem Ort.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{name} was taken for {other}.</source>
            <translation>{name} wurde für {other} gehalten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{what} ({name}) is not in this project.</source>
            <translation>{what} ({name}) ist nicht in diesem Projekt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{name} was taken for {file_name}: the only one of that name.</source>
            <translation>{name} wurde für {file_name} gehalten: die einzige Datei dieses Namens.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{what} could be any of {n} images of that name.</source>
            <translation>{what} könnte jedes von {n} Bildern dieses Namens sein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{name} does not fit this project, nothing was imported: {reason}; correct the file, or import it again and skip what does not fit.</source>
            <translation>{name} passt nicht zu diesem Projekt, nichts wurde importiert: {reason}; berichtigen Sie die Datei oder importieren Sie sie neu und überspringen Sie, was nicht passt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{name} does not fit this project, nothing was imported: {reason} and {n} more; correct the file, or import it again and skip what does not fit.</source>
            <translation>{name} passt nicht zu diesem Projekt, nichts wurde importiert: {reason} und {n} weitere; berichtigen Sie die Datei oder importieren Sie sie neu und überspringen Sie, was nicht passt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{name} is no COCO instances file (a list of results?); choose another file.</source>
            <translation>{name} ist keine COCO-Datei mit Instanzen (eine Liste von Ergebnissen?); wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{name} is no COCO instances file: it has no list "{key}"; choose another file.</source>
            <translation>{name} ist keine COCO-Datei mit Instanzen: Die Liste „{key}“ fehlt; wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Image record {number}</source>
            <translation>Bildeintrag {number}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Image {id}</source>
            <translation>Bild {id}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Image {id} ({name}) is {file_name} a second time.</source>
            <translation>Bild {id} ({name}) ist ein zweites Mal {file_name}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{file_name} is not the same file that the annotations were made on.</source>
            <translation>{file_name} ist nicht die Datei, auf der die Annotationen gemacht wurden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} ({file_name}) has no width and height.</source>
            <translation>{what} ({file_name}) hat keine Breite und Höhe.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} ({file_name}) can't be read on this computer.</source>
            <translation>{what} ({file_name}) kann auf diesem Computer nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} ({name}) has {width} x {height} pixels in the file and {image_width} x {image_height} in this project; the file was made without its EXIF rotation.</source>
            <translation>{what} ({name}) hat in der Datei {width} x {height} Pixel und in diesem Projekt {image_width} x {image_height}; die Datei wurde ohne EXIF-Drehung erstellt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} ({name}) has {width} x {height} pixels in the file and {image_width} x {image_height} in this project.</source>
            <translation>{what} ({name}) hat in der Datei {width} x {height} Pixel und in diesem Projekt {image_width} x {image_height}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Category record {number}</source>
            <translation>Kategorieeintrag {number}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Category {id} has no name.</source>
            <translation>Kategorie {id} hat keinen Namen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Category {id} has the name of another one ({name}).</source>
            <translation>Kategorie {id} hat den Namen einer anderen ({name}).</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Category {id} ({name}) has a supercategory that is no text.</source>
            <translation>Kategorie {id} ({name}) hat eine Oberkategorie, die kein Text ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Annotation record {number}</source>
            <translation>Annotationseintrag {number}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Kept iscrowd 1 of {n} annotation, as the file says; trainers pass over it.</source>
            <translation>iscrowd 1 bei {n} Annotation behalten, wie es in der Datei steht; Trainingsprogramme übergehen sie.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Kept iscrowd 1 of {n} annotations, as the file says; trainers pass over them.</source>
            <translation>iscrowd 1 bei {n} Annotationen behalten, wie es in der Datei steht; Trainingsprogramme übergehen sie.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Took the review of {n} annotation that was there already.</source>
            <translation>Für {n} Annotation, die schon da war, wurde die Prüfung übernommen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Took the review of {n} annotations that were there already.</source>
            <translation>Für {n} Annotationen, die schon da waren, wurde die Prüfung übernommen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>The import was cancelled; nothing was changed.</source>
            <translation>Der Import wurde abgebrochen; nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Annotation {id}</source>
            <translation>Annotation {id}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} is on image {id}, which is not there or does not fit.</source>
            <translation>{what} gehört zu Bild {id}, das nicht da ist oder nicht passt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} is of category {id}, which is not there or does not fit.</source>
            <translation>{what} gehört zu Kategorie {id}, die nicht da ist oder nicht passt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has iscrowd {value}, which is neither 0 nor 1.</source>
            <translation>{what} hat iscrowd {value}, das weder 0 noch 1 ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} can't be used. {reason}</source>
            <translation>{what} ist nicht verwendbar. {reason}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has an area that is no number.</source>
            <translation>{what} hat eine Fläche, die keine Zahl ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has a bbox that is not four numbers.</source>
            <translation>{what} hat eine bbox, die nicht aus vier Zahlen besteht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has a score that is no number.</source>
            <translation>{what} hat einen Score, der keine Zahl ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has a provenance that can't be read in "{key}".</source>
            <translation>{what} hat eine unlesbare Herkunft in „{key}“.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} is no object.</source>
            <translation>{what} ist kein Objekt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has no whole number as id.</source>
            <translation>{what} hat keine ganze Zahl als id.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has the id {id} of another one.</source>
            <translation>{what} hat die id {id} eines anderen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_said.py" />
            <source>The attribute "{name}" is defined otherwise in the file; this project's stays.</source>
            <translation>Das Attribut „{name}“ ist in der Datei anders festgelegt; das dieses Projekts bleibt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_said.py" />
            <source>{n} definition of an attribute can't be read and was left out.</source>
            <translation>{n} Festlegung eines Attributs ist nicht lesbar und wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_said.py" />
            <source>{n} definitions of attributes can't be read and were left out.</source>
            <translation>{n} Festlegungen von Attributen sind nicht lesbar und wurden ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_second.py" />
            <source>Images without a result are not compared: a list of results does not name them.</source>
            <translation>Bilder ohne Ergebnis werden nicht verglichen: Eine Liste von Ergebnissen nennt sie nicht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_second.py" />
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{name} is no list of COCO results; choose another file.</source>
            <translation>{name} ist keine Liste von COCO-Ergebnissen; wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_segmentation.py" />
            <source>It has no segmentation; a box alone is no mask.</source>
            <translation>Sie hat keine Segmentierung; ein Rechteck allein ist keine Maske.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_segmentation.py" />
            <source>Its segmentation has no pixels.</source>
            <translation>Ihre Segmentierung hat keine Pixel.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_segmentation.py" />
            <source>The size of its RLE is not [height, width].</source>
            <translation>Die Größe ihrer RLE ist nicht [Höhe, Breite].</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_segmentation.py" />
            <source>Its RLE is for an image of {width} x {height} pixels, this one has {image_width} x {image_height}.</source>
            <translation>Ihre RLE ist für ein Bild von {width} x {height} Pixeln, dieses hat {image_width} x {image_height}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_segmentation.py" />
            <source>The counts of its RLE are neither a string nor a list.</source>
            <translation>Die Zahlen ihrer RLE sind weder Text noch Liste.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>{name} is missing on disk; its annotations were written.</source>
            <translation>{name} fehlt auf dem Datenträger; seine Annotationen wurden geschrieben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>{path} is a folder; give the name of a file in it.</source>
            <translation>{path} ist ein Ordner; geben Sie den Namen einer Datei darin an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>There is no folder {folder}; make it first, or choose another place.</source>
            <translation>Es gibt keinen Ordner {folder}; legen Sie ihn zuerst an oder wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>{name} is there already and no COCO file; choose a name that ends in .json.</source>
            <translation>{name} gibt es schon und ist keine COCO-Datei; wählen Sie einen Namen, der auf .json endet.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>what stands around the records</source>
            <translation>dem, was um die Einträge herum steht</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>the {key}</source>
            <translation>dem Teil {key}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>what is no JSON ({reason})</source>
            <translation>dem, was kein JSON ist ({reason})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>annotation {id}</source>
            <translation>Annotation {id}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>The file that was written differs from the project in {what}; nothing was kept, try again.</source>
            <translation>Die geschriebene Datei weicht vom Projekt ab in: {what}; nichts wurde behalten, versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>Frame</source>
            <translation>Bildausschnitt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>What each picture shows: the box around the object, or the whole image.</source>
            <translation>Was jedes Bild zeigt: das Rechteck um das Objekt oder das ganze Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Box around the object</source>
            <translation>Rechteck um das Objekt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>Whole image</source>
            <translation>Ganzes Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>A folder for each category</source>
            <translation>Ein Ordner für jede Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>As programs want it that learn to tell categories apart.</source>
            <translation>Wie es Programme wollen, die Kategorien zu unterscheiden lernen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>Cut-outs (transparent PNG)</source>
            <translation>Freisteller (transparente PNG)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>COCO (results or instances)</source>
            <translation>COCO (Ergebnisse oder Instanzen)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>YOLO (a text file for each image)</source>
            <translation>YOLO (eine Textdatei je Bild)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} box is on an image that is not in this project: {where}.</source>
            <translation>{n} Rechteck ist auf einem Bild, das nicht in diesem Projekt ist: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} boxes are on images that are not in this project: {where}.</source>
            <translation>{n} Rechtecke sind auf Bildern, die nicht in diesem Projekt sind: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} box is of a category that is not known here: {where}.</source>
            <translation>{n} Rechteck ist von einer Kategorie, die hier nicht bekannt ist: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} boxes are of categories that are not known here: {where}.</source>
            <translation>{n} Rechtecke sind von Kategorien, die hier nicht bekannt sind: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} box is on an image that can't be read on this computer: {where}.</source>
            <translation>{n} Rechteck ist auf einem Bild, das auf diesem Computer nicht gelesen werden kann: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} boxes are on images that can't be read on this computer: {where}.</source>
            <translation>{n} Rechtecke sind auf Bildern, die auf diesem Computer nicht gelesen werden können: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} record has no box of four numbers, with width and height above 0: {where}.</source>
            <translation>{n} Eintrag hat kein Rechteck aus vier Zahlen mit Breite und Höhe über 0: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} records have no box of four numbers, with width and height above 0: {where}.</source>
            <translation>{n} Einträge haben kein Rechteck aus vier Zahlen mit Breite und Höhe über 0: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} box has a score that is no number: {where}.</source>
            <translation>{n} Rechteck hat einen Score, der keine Zahl ist: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} boxes have scores that are no numbers: {where}.</source>
            <translation>{n} Rechtecke haben Scores, die keine Zahlen sind: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} box lies outside its image: {where}.</source>
            <translation>{n} Rechteck liegt außerhalb seines Bildes: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} boxes lie outside their images: {where}.</source>
            <translation>{n} Rechtecke liegen außerhalb ihrer Bilder: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>There is no file {path}; check the path.</source>
            <translation>Es gibt keine Datei {path}; prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{name} is a folder; give the COCO file in it.</source>
            <translation>{name} ist ein Ordner; geben Sie die COCO-Datei darin an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>There is no format "{format}" for boxes; choose coco or yolo.</source>
            <translation>Für Rechtecke gibt es kein Format „{format}“; wählen Sie coco oder yolo.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>record {n}</source>
            <translation>Eintrag {n}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} line is not a class and four or five numbers: {where}.</source>
            <translation>{n} Zeile ist nicht eine Klasse mit vier oder fünf Zahlen: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} lines are not a class and four or five numbers: {where}.</source>
            <translation>{n} Zeilen sind nicht eine Klasse mit vier oder fünf Zahlen: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} line is an outline, not a box: {where}.</source>
            <translation>{n} Zeile ist ein Umriss, kein Rechteck: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} lines are outlines, not boxes: {where}.</source>
            <translation>{n} Zeilen sind Umrisse, keine Rechtecke: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} box is not in shares of the image, 0 to 1, as YOLO has them: {where}.</source>
            <translation>{n} Rechteck steht nicht in Anteilen des Bildes, 0 bis 1, wie bei YOLO: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} boxes are not in shares of the image, 0 to 1, as YOLO has them: {where}.</source>
            <translation>{n} Rechtecke stehen nicht in Anteilen des Bildes, 0 bis 1, wie bei YOLO: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} box has a score that is not between 0 and 1: {where}.</source>
            <translation>{n} Rechteck hat einen Score, der nicht zwischen 0 und 1 liegt: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} boxes have scores that are not between 0 and 1: {where}.</source>
            <translation>{n} Rechtecke haben Scores, die nicht zwischen 0 und 1 liegen: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} file can't be read as text: {where}.</source>
            <translation>{n} Datei kann nicht als Text gelesen werden: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} files can't be read as text: {where}.</source>
            <translation>{n} Dateien können nicht als Text gelesen werden: {where}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>There are no text files in {folder}; give the folder of YOLO's labels.</source>
            <translation>In {folder} sind keine Textdateien; geben Sie den Ordner der YOLO-Labels an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{file} line {n}</source>
            <translation>{file} Zeile {n}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>There is no data.yaml or classes.txt; the classes were taken for those of the project: {words}.</source>
            <translation>Es gibt keine data.yaml oder classes.txt; als Klassen wurden die des Projekts genommen: {words}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{name} is no text file of names or boxes; choose another.</source>
            <translation>{name} ist keine Textdatei mit Namen oder Rechtecken; wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{name} has no names of classes; give a list with one on each line.</source>
            <translation>{name} enthält keine Namen von Klassen; geben Sie eine Liste mit einem je Zeile an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>Images without annotations, too</source>
            <translation>Auch Bilder ohne Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>Those marked as done are written in any case: nothing is on them.</source>
            <translation>Als erledigt markierte werden immer geschrieben: Auf ihnen ist nichts.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>its file has another size than its masks; put the old file back</source>
            <translation>seine Datei hat eine andere Größe als seine Masken; legen Sie die alte Datei zurück</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>1 image has no annotations and is not among them; an option writes it, too.</source>
            <translation>1 Bild hat keine Annotationen und fehlt daher; eine Option schreibt es mit.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>{n} images have no annotations and are not among them; an option writes them, too.</source>
            <translation>{n} Bilder haben keine Annotationen und fehlen daher; eine Option schreibt sie mit.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>Image {id} ({name}) was left out: {why}.</source>
            <translation>Bild {id} ({name}) wurde ausgelassen: {why}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>{path} is a file; give the name of a new folder.</source>
            <translation>{path} ist eine Datei; geben Sie den Namen eines neuen Ordners an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>The folder {path} is not empty, and nothing is overwritten; give the name of a new one.</source>
            <translation>Der Ordner {path} ist nicht leer, und nichts wird überschrieben; geben Sie den Namen eines neuen an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>{path} lies in the folder of images, where pictures would become images of the project; choose another place.</source>
            <translation>{path} liegt im Bildordner, wo geschriebene Bilder zu Bildern des Projekts würden; wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>There is something at {path} now; give the name of a new folder.</source>
            <translation>Unter {path} ist inzwischen etwas; geben Sie den Namen eines neuen Ordners an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/no_reading.py" />
            <source>{name} is of a kind that is exported only; import a COCO file.</source>
            <translation>{name} ist von einer Art, die nur exportiert wird; importieren Sie eine COCO-Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>Masks</source>
            <translation>Masken</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>As an array of yes and no for each pixel, or as run lengths, which need little memory to read.</source>
            <translation>Als Array mit Ja oder Nein für jedes Pixel oder als Lauflängen, die beim Lesen wenig Speicher brauchen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>Pixels (N, H, W)</source>
            <translation>Pixel (N, H, W)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>Run lengths</source>
            <translation>Lauflängen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>Logits</source>
            <translation>Logits</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>They are not kept with a project: the engine that made a mask answers its prompts again, which takes time.</source>
            <translation>Sie werden im Projekt nicht aufbewahrt: Die Engine, die eine Maske erstellt hat, beantwortet ihre Prompts neu; das dauert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>From the engine</source>
            <translation>Von der Engine</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>Arrays (NumPy NPZ)</source>
            <translation>Arrays (NumPy NPZ)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>There is no engine to ask for logits; export without them, or choose an engine.</source>
            <translation>Es gibt keine Engine für Logits; exportieren Sie ohne sie oder wählen Sie eine Engine.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>{n} annotations have no logits: they have no prompts, or the engine that made them is not here.</source>
            <translation>{n} Annotationen haben keine Logits: Sie haben keine Prompts, oder die Engine, mit der sie entstanden, ist nicht da.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>1 annotation has no logits: it has no prompts, or the engine that made it is not here.</source>
            <translation>1 Annotation hat keine Logits: Sie hat keine Prompts, oder die Engine, mit der sie entstand, ist nicht da.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Fill (%)</source>
            <translation>Füllung (%)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>How strongly masks are filled; 0 leaves the fill out.</source>
            <translation>Wie stark Masken gefüllt werden; 0 lässt die Füllung weg.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Outlines</source>
            <translation>Umrisse</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Draw the outline of each mask.</source>
            <translation>Den Umriss jeder Maske zeichnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Legend</source>
            <translation>Legende</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Name the categories on the image in its top left corner.</source>
            <translation>Die Kategorien oben links im Bild nennen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Overlays (PNG)</source>
            <translation>Überlagerungen (PNG)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/painted.py" />
            <source>1 annotation is partly covered by others: a pixel holds the upper one only.</source>
            <translation>1 Annotation ist teilweise von anderen verdeckt: Ein Pixel hält nur die oberste.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/painted.py" />
            <source>{n} annotations are partly covered by others: a pixel holds the upper one only.</source>
            <translation>{n} Annotationen sind teilweise von anderen verdeckt: Ein Pixel hält nur die oberste.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_instances.py" />
            <source>Instance masks (16-bit PNG)</source>
            <translation>Instanzmasken (16-Bit-PNG)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_instances.py" />
            <source>{name} has {count} annotations, and a 16-bit PNG holds {most}; export fewer of them, or as COCO.</source>
            <translation>{name} hat {count} Annotationen, eine 16-Bit-PNG fasst {most}; exportieren Sie weniger davon oder als COCO.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>Values</source>
            <translation>Werte</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>What stands for a category: its id, or its place in the list, from 1. 0 is background.</source>
            <translation>Was für eine Kategorie steht: ihre id oder ihr Platz in der Liste, ab 1. 0 ist Hintergrund.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>Category ids</source>
            <translation>ids der Kategorien</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>1, 2, 3, … in the order of the ids</source>
            <translation>1, 2, 3, … in der Reihenfolge der ids</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>Colours of the categories as a palette</source>
            <translation>Farben der Kategorien als Palette</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>Viewers then show colours; without it files are grey, as OpenCV wants them. Only files of 8 bits have one.</source>
            <translation>Bildprogramme zeigen dann Farben; sonst sind die Dateien grau, wie OpenCV sie will. Nur 8-Bit-Dateien haben eine.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>Semantic masks (PNG)</source>
            <translation>Semantische Masken (PNG)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>The category id {id} is above {most}, which a PNG can't hold; number them in their order (--values order).</source>
            <translation>Die id {id} einer Kategorie ist über {most}, mehr fasst eine PNG nicht; nummerieren Sie in ihrer Reihenfolge (--values order).</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>The project has more than {most} categories, which a PNG can't hold; export it as COCO.</source>
            <translation>Das Projekt hat mehr als {most} Kategorien, mehr fasst eine PNG nicht; exportieren Sie als COCO.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>Image {id} ({name}) was left out: its file can't be read.</source>
            <translation>Bild {id} ({name}) wurde ausgelassen: Seine Datei kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>Annotation {id} was left out: {why}.</source>
            <translation>Annotation {id} wurde ausgelassen: {why}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>its image {image_id} is not written</source>
            <translation>ihr Bild {image_id} wird nicht geschrieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>its category {category_id} is not there</source>
            <translation>ihre Kategorie {category_id} gibt es nicht</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>its mask has {width} x {height} pixels, {name} has {image_width} x {image_height}</source>
            <translation>ihre Maske hat {width} x {height} Pixel, {name} hat {image_width} x {image_height}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>its mask is damaged ({reason})</source>
            <translation>ihre Maske ist beschädigt ({reason})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>its mask has no pixels</source>
            <translation>ihre Maske hat keine Pixel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>The export was cancelled; nothing was written.</source>
            <translation>Der Export wurde abgebrochen; nichts wurde geschrieben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>The disk of {folder} is full; free some space or choose another place.</source>
            <translation>Der Datenträger von {folder} ist voll; schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/registry.py" />
            <source>There is no format "{format_id}"; choose one of: {names}.</source>
            <translation>Es gibt kein Format „{format_id}“; wählen Sie eines von: {names}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{path} is a device; choose a file.</source>
            <translation>{path} ist ein Gerät; wählen Sie eine Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{name} is not valid UTF-8 text; save it as UTF-8 JSON.</source>
            <translation>{name} ist kein gültiger UTF-8-Text; speichern Sie die Datei als UTF-8-JSON.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{name} is nested too deeply to be an annotation file; choose another file.</source>
            <translation>{name} ist zu tief verschachtelt für eine Annotationsdatei; wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{name} is no valid JSON ({reason}); correct it or choose another file.</source>
            <translation>{name} ist kein gültiges JSON ({reason}); berichtigen Sie die Datei oder wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{name} does not fit into this computer's memory; split it.</source>
            <translation>{name} passt nicht in den Arbeitsspeicher dieses Computers; teilen Sie die Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/category_edits.py" />
            <source>There is already a category "{name}"; choose another name.</source>
            <translation>Es gibt schon eine Kategorie „{name}“; wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/category_edits.py" />
            <source>The category "{name}" is given twice; name it once.</source>
            <translation>Die Kategorie „{name}“ kommt zweimal vor; nennen Sie sie einmal.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/category_edits.py" />
            <source>"{name}" has 1 annotation; merge it into another category or delete it first.</source>
            <translation>„{name}“ hat 1 Annotation; führen Sie die Kategorie mit einer anderen zusammen oder löschen Sie die Annotation zuerst.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/category_edits.py" />
            <source>"{name}" has {used} annotations; merge it into another category or delete them first.</source>
            <translation>„{name}“ hat {used} Annotationen; führen Sie die Kategorie mit einer anderen zusammen oder löschen Sie die Annotationen zuerst.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The folder {folder} can't be made ({reason}); choose another.</source>
            <translation>Der Ordner {folder} kann nicht angelegt werden ({reason}); wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>There is already a project in {folder}; open it, or choose another folder.</source>
            <translation>In {folder} ist schon ein Projekt; öffnen Sie es oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>There is no project in {folder}; make one with: sam-annotator new, or open a folder of images.</source>
            <translation>In {folder} ist kein Projekt; legen Sie eines an mit: sam-annotator new, oder öffnen Sie einen Ordner mit Bildern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>{file} is write-protected; open it read-only, or copy the project.</source>
            <translation>{file} ist schreibgeschützt; öffnen Sie es nur zum Lesen oder kopieren Sie das Projekt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>This project is open read-only, because another window or command has it or because it is write-protected; close the other one and open it again.</source>
            <translation>Dieses Projekt ist nur zum Lesen geöffnet, weil ein anderes Fenster oder ein Befehl es hat oder weil es schreibgeschützt ist; schließen Sie das andere und öffnen Sie es neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The project {folder} is open in another window or command; close it there, or open it read-only.</source>
            <translation>Das Projekt {folder} ist in einem anderen Fenster oder Befehl geöffnet; schließen Sie es dort oder öffnen Sie es nur zum Lesen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The folder {folder} can't be written; open the project read-only, or copy it.</source>
            <translation>Der Ordner {folder} kann nicht beschrieben werden; öffnen Sie das Projekt nur zum Lesen oder kopieren Sie es.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The folder {folder} can't hold a lock file ({reason}); put the project on a local disk.</source>
            <translation>Der Ordner {folder} kann keine Sperrdatei aufnehmen ({reason}); legen Sie das Projekt auf einen lokalen Datenträger.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>There is no room for a copy of the project {folder} among the temporary files; free some space there, or set TMPDIR to another folder.</source>
            <translation>Für eine Kopie des Projekts {folder} ist bei den temporären Dateien kein Platz; schaffen Sie dort Platz oder setzen Sie TMPDIR auf einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>its tables can't be read</source>
            <translation>seine Tabellen können nicht gelesen werden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The project {folder} is busy in another program; try again in a moment.</source>
            <translation>Das Projekt {folder} ist in einem anderen Programm beschäftigt; versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The disk of {folder} is full; free some space and try again (nothing was lost).</source>
            <translation>Der Datenträger von {folder} ist voll; schaffen Sie Platz und versuchen Sie es noch einmal (nichts ging verloren).</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>{file} can't be read or written ({reason}); check the disk and try again.</source>
            <translation>{file} kann nicht gelesen oder geschrieben werden ({reason}); prüfen Sie den Datenträger und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The project does not take this change ({reason}); nothing was changed.</source>
            <translation>Das Projekt nimmt diese Änderung nicht an ({reason}); nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>That was cancelled; nothing was changed.</source>
            <translation>Das wurde abgebrochen; nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>{file} is damaged or no project ({reason}); restore a copy of it, or choose another folder.</source>
            <translation>{file} ist beschädigt oder kein Projekt ({reason}); stellen Sie eine Kopie wieder her oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/edits.py" />
            <source>There is no annotation {annotation_id} in this project; nothing was changed.</source>
            <translation>Es gibt keine Annotation {annotation_id} in diesem Projekt; nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/edits.py" />
            <source>There is no image {id} in this project; open it again.</source>
            <translation>Es gibt kein Bild {id} in diesem Projekt; öffnen Sie es neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/edits.py" />
            <source>A mask of {mask_width} x {mask_height} does not fit {file_name}, which has {width} x {height} pixels; the file was replaced: put the old one back.</source>
            <translation>Eine Maske von {mask_width} x {mask_height} passt nicht zu {file_name} mit {width} x {height} Pixeln; die Datei wurde ersetzt: Legen Sie die alte zurück.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/edits.py" />
            <location filename="../../sam_annotator/store/rows.py" />
            <source>The text</source>
            <translation>Der Text</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/image_edits.py" />
            <source>There is no image {image_id} in this project; nothing was changed.</source>
            <translation>Es gibt kein Bild {image_id} in diesem Projekt; nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/option_edits.py" />
            <location filename="../../sam_annotator/store/rows.py" />
            <source>The text of an attribute</source>
            <translation>Der Text eines Attributs</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/places.py" />
            <source>The folder {path} can't be opened (permission denied); choose another folder.</source>
            <translation>Der Ordner {path} kann nicht geöffnet werden (keine Berechtigung); wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/places.py" />
            <source>There is nothing at {path}; check the path.</source>
            <translation>Unter {path} ist nichts; prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/places.py" />
            <source>{name} is neither a project, a folder nor an image; choose one of those.</source>
            <translation>{name} ist weder Projekt noch Ordner noch Bild; wählen Sie eines davon.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <location filename="../../sam_annotator/ui/canvas/canvas.py" />
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <location filename="../../sam_annotator/ui/comparing.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Image</source>
            <translation>Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <location filename="../../sam_annotator/ui/comparing.py" />
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/menus.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <location filename="../../sam_annotator/ui/actions.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Annotation</source>
            <translation>Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>An attribute that is a number needs a finite one; type another.</source>
            <translation>Ein Attribut, das eine Zahl ist, braucht eine endliche; geben Sie eine andere ein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>{what} {id} of this project is damaged; run: sam-annotator check, and restore a copy.</source>
            <translation>{what} {id} dieses Projekts ist beschädigt; führen Sie sam-annotator check aus und stellen Sie eine Kopie wieder her.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>An object must have at least one pixel; click on it again.</source>
            <translation>Ein Objekt muss mindestens ein Pixel haben; klicken Sie noch einmal darauf.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>{what} holds bytes that are no characters; rename it.</source>
            <translation>{what} enthält Bytes, die keine Zeichen sind; benennen Sie es um.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>A category needs a name; type one.</source>
            <translation>Eine Kategorie braucht einen Namen; geben Sie einen ein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>The name "{name}"</source>
            <translation>Der Name „{name}“</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>"{color}" is no colour; write it as #rrggbb.</source>
            <translation>„{color}“ ist keine Farbe; schreiben Sie sie als #rrggbb.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/schema.py" />
            <source>{folder} holds no project yet; make one with: sam-annotator new.</source>
            <translation>{folder} enthält noch kein Projekt; legen Sie eines an mit: sam-annotator new.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/schema.py" />
            <source>{file} is a database of another program; choose another project folder.</source>
            <translation>{file} ist die Datenbank eines anderen Programms; wählen Sie einen anderen Projektordner.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/schema.py" />
            <source>The project {folder} was made by a newer version of SAM Annotator (its format is {version}, this program knows {known}); update the program.</source>
            <translation>Das Projekt {folder} stammt von einer neueren Version von SAM Annotator (Format {version}, dieses Programm kennt {known}); aktualisieren Sie das Programm.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/second_project.py" />
            <source>{name} is this project itself; choose another one.</source>
            <translation>{name} ist dieses Projekt selbst; wählen Sie ein anderes.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>The path {folder}</source>
            <translation>Der Pfad {folder}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>image</source>
            <translation>Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>A category can't be merged with itself; choose another one.</source>
            <translation>Eine Kategorie kann nicht mit sich selbst zusammengeführt werden; wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>annotation</source>
            <translation>Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>There is no {what} {id} in this project; it was deleted.</source>
            <translation>Nicht in diesem Projekt: {what} {id}; es wurde gelöscht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/taking.py" />
            <source>Annotation {id} is locked; unlock it to change it.</source>
            <translation>Annotation {id} ist gesperrt; entsperren Sie sie, um sie zu ändern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/taking.py" />
            <source>Annotation {id} was changed meanwhile; compare again.</source>
            <translation>Annotation {id} wurde inzwischen geändert; vergleichen Sie neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Pointer</source>
            <translation>Zeiger</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>This belongs to the object</source>
            <translation>Das gehört zum Objekt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Left click</source>
            <translation>Linksklick</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>This does not</source>
            <translation>Das gehört nicht dazu</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Right click, Shift+left click</source>
            <translation>Rechtsklick, Umschalt+Linksklick</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Left drag</source>
            <translation>Links ziehen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Zoom at the pointer</source>
            <translation>Zoomen am Zeiger</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Wheel, Ctrl+wheel</source>
            <translation>Rad, Strg+Rad</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Scroll sideways</source>
            <translation>Seitwärts rollen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Shift+wheel</source>
            <translation>Umschalt+Rad</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Move the image</source>
            <translation>Bild verschieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Middle drag, Space+drag</source>
            <translation>Mitte ziehen, Leertaste+Ziehen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Size of the brush</source>
            <translation>Größe des Pinsels</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Alt+wheel</source>
            <translation>Alt+Rad</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Close the polygon</source>
            <translation>Polygon schließen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Enter, double click</source>
            <translation>Eingabe, Doppelklick</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Take its last corner back</source>
            <translation>Letzte Ecke zurücknehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Backspace</source>
            <translation>Rücktaste</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keyboard cursor</source>
            <translation>Tastaturcursor</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Show or hide it</source>
            <translation>Ein- oder ausblenden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Move it; faster; by one pixel</source>
            <translation>Bewegen; schneller; um ein Pixel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Arrows; Shift+arrows; Ctrl+arrows</source>
            <translation>Pfeile; Umschalt+Pfeile; Strg+Pfeile</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Click there; with Shift: not this</source>
            <translation>Dort klicken; mit Umschalt: das nicht</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Enter, Shift+Enter</source>
            <translation>Eingabe, Umschalt+Eingabe</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Hold or let go of the button, to drag</source>
            <translation>Taste halten oder loslassen, zum Ziehen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Space</source>
            <translation>Leertaste</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Accept the mask, close the polygon</source>
            <translation>Maske übernehmen, Polygon schließen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Ctrl+Enter</source>
            <translation>Strg+Eingabe</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Hide it</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Category of the selection, or for the next mask</source>
            <translation>Kategorie der Auswahl oder der nächsten Maske</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/attribute_feature.py" />
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>Change note</source>
            <translation>Notiz ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/attribute_feature.py" />
            <source>Change {name}</source>
            <translation>{name} ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/attribute_feature.py" />
            <source>Change attributes of the project</source>
            <translation>Attribute des Projekts ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>There is no box on the image; drag one with the tool Select.</source>
            <translation>Auf dem Bild ist kein Rechteck; ziehen Sie eines mit dem Werkzeug Auswählen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>Segmenting everything…</source>
            <translation>Alles wird segmentiert…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>Stopped; what was found so far stays.</source>
            <translation>Angehalten; was bisher gefunden wurde, bleibt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>Stopped.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{n} proposal swept</source>
            <translation>{n} Vorschlag überstrichen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{n} proposals swept</source>
            <translation>{n} Vorschläge überstrichen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>Take the tool for proposals (W) to accept them.</source>
            <translation>Das Werkzeug für Vorschläge (W) nimmt sie an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>The filters below let none of them pass.</source>
            <translation>Die Filter unten lassen keinen davon durch.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>IoU {iou}, stability {stability}, {area}</source>
            <translation>IoU {iou}, Stabilität {stability}, {area}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} proposal</source>
            <translation>{n} Vorschlag</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} proposals</source>
            <translation>{n} Vorschläge</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>Nothing was found; lower the thresholds in Parameters, or take the preset Thorough.</source>
            <translation>Nichts gefunden; senken Sie die Schwellen unter Parameter oder nehmen Sie die Vorgabe Gründlich.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{objects} in {seconds} s.</source>
            <translation>{objects} in {seconds} s.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{objects} in {images}.</source>
            <translation>{objects} ({images}).</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{n} image was searched so before.</source>
            <translation>{n} Bild wurde vorher schon so durchsucht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{n} images were searched so before.</source>
            <translation>{n} Bilder wurden vorher schon so durchsucht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} image can't be used</source>
            <translation>{n} Bild ist nicht verwendbar</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} images can't be used</source>
            <translation>{n} Bilder sind nicht verwendbar</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_run.py" />
            <source>{name} can't be read ({reason}); go on with the next image.</source>
            <translation>{name} kann nicht gelesen werden ({reason}); gehen Sie zum nächsten Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_run.py" />
            <source>{name} has another size than when it was added; put the old file back.</source>
            <translation>{name} hat eine andere Größe als beim Hinzufügen; legen Sie die alte Datei zurück.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>Waiting for the engine…</source>
            <translation>Warten auf die Engine…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>Image {n} of {total}, {share}</source>
            <translation>Bild {n} von {total}, {share}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>{how_far}, {time} left</source>
            <translation>{how_far}, noch {time}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>A search is running; wait for its end or cancel it first.</source>
            <translation>Eine Suche läuft; warten Sie auf ihr Ende oder brechen Sie sie zuerst ab.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>There is no engine to ask; choose one first.</source>
            <translation>Es gibt keine Engine zum Fragen; wählen Sie zuerst eine.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <location filename="../../sam_annotator/ui/notice_presenter.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Engines…</source>
            <translation>Engines…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>There is no image to work on: all are missing, or marked as done.</source>
            <translation>Kein Bild zu bearbeiten: Alle fehlen oder sind als erledigt markiert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>Another engine was chosen, so the search was stopped; start it again.</source>
            <translation>Eine andere Engine wurde gewählt, daher wurde die Suche angehalten; starten Sie sie neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>Another engine was chosen, so it was stopped after {n} of {total} images; start it again.</source>
            <translation>Eine andere Engine wurde gewählt, daher wurde nach {n} von {total} Bildern angehalten; starten Sie neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>about {n} s</source>
            <translation>etwa {n} s</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>about {n} min</source>
            <translation>etwa {n} min</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>about {n} h</source>
            <translation>etwa {n} h</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>{n} box</source>
            <translation>{n} Rechteck</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>{n} boxes</source>
            <translation>{n} Rechtecke</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>Making masks of {boxes}…</source>
            <translation>Masken werden erstellt ({boxes})…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{masks} of {boxes}, in {images}.</source>
            <translation>{masks} ({boxes}, {images}).</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>Stopped. {text}</source>
            <translation>Angehalten. {text}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} image is missing, or marked as done.</source>
            <translation>{n} Bild fehlt oder ist als erledigt markiert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} images are missing, or done.</source>
            <translation>{n} Bilder fehlen oder sind erledigt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>Details…</source>
            <translation>Details…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>Masks from boxes</source>
            <translation>Masken aus Rechtecken</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Reading the image…</source>
            <translation>Bild wird gelesen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Draft, {title} is loading…</source>
            <translation>Entwurf, {title} wird geladen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Loading the engine…</source>
            <translation>Engine wird geladen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Encoding the image…</source>
            <translation>Bild wird kodiert…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Finishing another image…</source>
            <translation>Ein anderes Bild wird fertig kodiert…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Draft, {title} is encoding…</source>
            <translation>Entwurf, {title} kodiert…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Draft, {title} is finishing another image…</source>
            <translation>Entwurf, {title} kodiert ein anderes Bild fertig…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>{what} {seconds} s</source>
            <translation>{what} {seconds} s</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>Image {name}</source>
            <translation>Bild {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>{n} mask</source>
            <translation>{n} Maske</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>{n} masks</source>
            <translation>{n} Masken</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>{n} selected</source>
            <translation>{n} ausgewählt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>candidate {rank} of {count}, predicted IoU {iou}</source>
            <translation>Kandidat {rank} von {count}, vorhergesagte IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>{place}, on {category}</source>
            <translation>{place}, auf {category}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>Keyboard cursor shown</source>
            <translation>Tastaturcursor eingeblendet</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>Keyboard cursor hidden</source>
            <translation>Tastaturcursor ausgeblendet</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>x {x}, y {y}</source>
            <translation>x {x}, y {y}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Change supercategory</source>
            <translation>Oberkategorie ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Change key</source>
            <translation>Taste ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>1 annotation is {name} now.</source>
            <translation>1 Annotation ist jetzt {name}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>{n} annotations are {name} now.</source>
            <translation>{n} Annotationen sind jetzt {name}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>{text} {n} stayed, because they are locked.</source>
            <translation>{text} {n} blieben, weil sie gesperrt sind.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Import categories</source>
            <translation>Kategorien importieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Lists of categories (*.json *.txt *.csv);;All files (*)</source>
            <translation>Kategorielisten (*.json *.txt *.csv);;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>JSON, with colours (*.json);;Text (*.txt);;CSV (*.csv)</source>
            <translation>JSON, mit Farben (*.json);;Text (*.txt);;CSV (*.csv)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Export categories</source>
            <translation>Kategorien exportieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Wrote the categories to {name}.</source>
            <translation>Die Kategorien stehen in {name}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>All these categories are there already.</source>
            <translation>Alle diese Kategorien gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>{added} categories added, {changed} changed, {there} there already.</source>
            <translation>{added} Kategorien hinzugefügt, {changed} geändert, {there} schon vorhanden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Clean up</source>
            <translation>Bereinigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>All numbers are 0: set one first, then use them after each prediction.</source>
            <translation>Alle Zahlen sind 0: Stellen Sie zuerst eine ein, dann nach jeder Vorhersage anwenden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>Clean up after each prediction</source>
            <translation>Nach jeder Vorhersage bereinigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>What is selected is locked.</source>
            <translation>Das Ausgewählte ist gesperrt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>Select annotations to see what changes.</source>
            <translation>Wählen Sie Annotationen aus, um die Änderung zu sehen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>Preview: {gained} pixels more, {lost} fewer.</source>
            <translation>Vorschau: {gained} Pixel mehr, {lost} weniger.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>These numbers change nothing here.</source>
            <translation>Diese Zahlen ändern hier nichts.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Duplicate</source>
            <translation>Duplizieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <source>Copy to next image</source>
            <translation>Ins nächste Bild kopieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <source>{name} is not read yet, or was replaced; try again when it is.</source>
            <translation>{name} ist noch nicht gelesen oder wurde ersetzt; versuchen Sie es noch einmal, wenn es so weit ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <source>The image has another size: {count} annotations lay outside and were left out.</source>
            <translation>Das Bild hat eine andere Größe: {count} Annotationen lagen außerhalb und wurden ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <source>The image has another size: the masks lie at the same pixels, cut at its border.</source>
            <translation>Das Bild hat eine andere Größe: Die Masken liegen an denselben Pixeln, am Rand beschnitten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <source>There are no annotations on the clipboard; copy some first.</source>
            <translation>In der Zwischenablage sind keine Annotationen; kopieren Sie zuerst welche.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Redo: {what}</source>
            <translation>Wiederholen: {what}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Undo: {what}</source>
            <translation>Rückgängig: {what}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Add annotation</source>
            <translation>Annotation hinzufügen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Delete annotations</source>
            <translation>Annotationen löschen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Delete annotation</source>
            <translation>Annotation löschen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Add category</source>
            <translation>Kategorie hinzufügen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Delete category</source>
            <translation>Kategorie löschen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Merge categories</source>
            <translation>Kategorien zusammenführen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Mark image</source>
            <translation>Bild markieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Change category</source>
            <translation>Kategorie ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Change project options</source>
            <translation>Projektoptionen ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take theirs</source>
            <translation>Fremde nehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep both</source>
            <translation>Beide behalten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Compare with a COCO file</source>
            <translation>Mit einer COCO-Datei vergleichen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Compare with the project in a folder</source>
            <translation>Mit dem Projekt in einem Ordner vergleichen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Results of a model.</source>
            <translation>Ergebnisse eines Modells.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Another project.</source>
            <translation>Ein anderes Projekt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>A COCO file.</source>
            <translation>Eine COCO-Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{n} image is in both.</source>
            <translation>{n} Bild ist in beiden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{n} images are in both.</source>
            <translation>{n} Bilder sind in beiden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{n} thing of the other set does not fit this project and is not compared.</source>
            <translation>{n} Teil des anderen Satzes passt nicht zu diesem Projekt und wird nicht verglichen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{n} things of the other set do not fit this project and are not compared.</source>
            <translation>{n} Teile des anderen Satzes passen nicht zu diesem Projekt und werden nicht verglichen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Compared with {name}.</source>
            <translation>Verglichen mit {name}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>This is the last difference.</source>
            <translation>Das ist der letzte Unterschied.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>This is the first difference.</source>
            <translation>Das ist der erste Unterschied.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>There is no difference on this image; go to another one.</source>
            <translation>Auf diesem Bild ist kein Unterschied; gehen Sie zu einem anderen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Reading what was chosen…</source>
            <translation>Gewähltes wird gelesen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>This annotation is locked; unlock it to change it.</source>
            <translation>Diese Annotation ist gesperrt; entsperren Sie sie, um sie zu ändern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>{count} annotations are locked; unlock them to change them.</source>
            <translation>{count} Annotationen sind gesperrt; entsperren Sie sie, um sie zu ändern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Some of them were changed meanwhile; compare again.</source>
            <translation>Einige davon wurden inzwischen geändert; vergleichen Sie neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Export agreement as a table</source>
            <translation>Übereinstimmung als Tabelle exportieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{name} agreement</source>
            <translation>{name} Übereinstimmung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{n} rows are in {name}.</source>
            <translation>{n} Zeilen sind in {name}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Writing {name}…</source>
            <translation>{name} wird geschrieben…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/comparing.py" />
            <source>{name} has no image of this project; choose another one.</source>
            <translation>{name} enthält kein Bild dieses Projekts; wählen Sie etwas anderes.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/comparing.py" />
            <source>There is no project in {name}; choose the folder of a project, or a COCO file.</source>
            <translation>In {name} ist kein Projekt; wählen Sie den Ordner eines Projekts oder eine COCO-Datei.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/comparing.py" />
            <source>{name} can't be written ({reason}); choose another place.</source>
            <translation>{name} kann nicht geschrieben werden ({reason}); wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/comparison_keeper.py" />
            <source>Comparing with {name}…</source>
            <translation>Vergleich mit {name}…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/comparison_keeper.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>Category {id}</source>
            <translation>Kategorie {id}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>{n} remark</source>
            <translation>{n} Bemerkung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>{n} remarks</source>
            <translation>{n} Bemerkungen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Whole project</source>
            <translation>Ganzes Projekt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Listed image (1)</source>
            <translation>Aufgelistetes Bild (1)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Listed images ({n})</source>
            <translation>Aufgelistete Bilder ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>This image ({name})</source>
            <translation>Dieses Bild ({name})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Selected annotation (1)</source>
            <translation>Ausgewählte Annotation (1)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Selected annotations ({n})</source>
            <translation>Ausgewählte Annotationen ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Open a project or a folder of images</source>
            <translation>Projekt oder Bildordner öffnen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Find the folder of images</source>
            <translation>Bildordner suchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Open an image</source>
            <translation>Bild öffnen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Images ({patterns})</source>
            <translation>Bilder ({patterns})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <location filename="../../sam_annotator/ui/transfer_controller.py" />
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Nothing was changed</source>
            <translation>Nichts wurde geändert</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/about.py" />
            <source>About SAM Annotator</source>
            <translation>Über SAM Annotator</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/about.py" />
            <source>Label images with Segment Anything: click an object, get its mask, export COCO.</source>
            <translation>Bilder annotieren mit Segment Anything: Objekt anklicken, Maske erhalten, COCO exportieren.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/about.py" />
            <source>Apache License 2.0. Nothing is sent or fetched without being asked for.</source>
            <translation>Apache License 2.0. Nichts wird ungefragt gesendet oder geladen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/about.py" />
            <source>Copy versions</source>
            <translation>Versionen kopieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Numeric</source>
            <translation>Zahl</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Choice</source>
            <translation>Auswahl</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Yes or no</source>
            <translation>Ja oder nein</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Attributes of the project</source>
            <translation>Attribute des Projekts</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Every annotation can be occluded, truncated or a crowd region, and have a note. Add what else.</source>
            <translation>Jede Annotation kann verdeckt, abgeschnitten oder eine Crowd-Region sein und eine Notiz haben. Fügen Sie hinzu, was sonst nötig ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>No attributes</source>
            <translation>Keine Attribute</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Add one on the left.</source>
            <translation>Fügen Sie links eines hinzu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <location filename="../../sam_annotator/ui/docks/progress_panel.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>Attributes</source>
            <translation>Attribute</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>One on each line</source>
            <translation>Eine je Zeile</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>&amp;Kind</source>
            <translation>&amp;Art</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>C&amp;hoices</source>
            <translation>A&amp;uswahl</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Sma&amp;llest</source>
            <translation>&amp;Kleinste</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Lar&amp;gest</source>
            <translation>&amp;Größte</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>&amp;Default of new annotations</source>
            <translation>&amp;Vorgabe neuer Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>De&amp;fault of new annotations</source>
            <translation>V&amp;orgabe neuer Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Onl&amp;y for these categories</source>
            <translation>Nur &amp;für diese Kategorien</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>None means all.</source>
            <translation>Keine heißt alle.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>attribute {n}</source>
            <translation>Attribut {n}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Nothing</source>
            <translation>Nichts</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>No</source>
            <translation>Nein</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>"{text}" is no number; type another.</source>
            <translation>„{text}“ ist keine Zahl; geben Sie eine andere ein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>Boxes of a detector</source>
            <translation>Rechtecke eines Detektors</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>As the detector says</source>
            <translation>Wie der Detektor sagt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>Each box is answered by the engine; its mask becomes a proposal to accept.</source>
            <translation>Die Engine beantwortet jedes Rechteck; seine Maske wird ein Vorschlag zum Annehmen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>F&amp;ormat</source>
            <translation>F&amp;ormat</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>&amp;Lowest score</source>
            <translation>&amp;Niedrigster Score</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>&amp;Category</source>
            <translation>&amp;Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>Make masks</source>
            <translation>Masken erstellen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>&amp;Folder of labels</source>
            <translation>&amp;Ordner der Labels</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>COCO (*.json);;All files (*)</source>
            <translation>COCO (*.json);;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>Reading…</source>
            <translation>Wird gelesen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>{boxes} on {images} of this project.</source>
            <translation>{boxes} in diesem Projekt ({images}).</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>The selected annotations</source>
            <translation>Die ausgewählten Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>All annotations of this image</source>
            <translation>Alle Annotationen dieses Bildes</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>All annotations of the project</source>
            <translation>Alle Annotationen des Projekts</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>&amp;From</source>
            <translation>&amp;Von</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>&amp;To</source>
            <translation>&amp;Nach</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>Locked annotations stay as they are.</source>
            <translation>Gesperrte Annotationen bleiben, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>Change</source>
            <translation>Ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>Supercategory of {name}</source>
            <translation>Oberkategorie von {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>&amp;Supercategory</source>
            <translation>&amp;Oberkategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>It is written with the category to COCO files.</source>
            <translation>Sie wird mit der Kategorie in COCO-Dateien geschrieben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <source>Keep</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Runs now</source>
            <translation>Läuft gerade</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Use</source>
            <translation>Verwenden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Download</source>
            <translation>Herunterladen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Choose file…</source>
            <translation>Datei wählen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Download of {title}</source>
            <translation>Download von {title}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>your file {name}</source>
            <translation>Ihre Datei {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>comes with the program</source>
            <translation>kommt mit dem Programm</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>not on this computer</source>
            <translation>nicht auf diesem Computer</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>on this computer</source>
            <translation>auf diesem Computer</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Resume download</source>
            <translation>Download fortsetzen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>{done} of {total}</source>
            <translation>{done} von {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Weights for {title}</source>
            <translation>Gewichte für {title}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Weights (*.pth *.pt *.safetensors);;All (*)</source>
            <translation>Gewichte (*.pth *.pt *.safetensors);;Alle (*)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>An engine is the network that turns clicks into masks. Your project stays open.</source>
            <translation>Eine Engine ist das Netz, das aus Klicks Masken macht. Ihr Projekt bleibt geöffnet.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>&amp;Device</source>
            <translation>&amp;Gerät</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>Go to image</source>
            <translation>Zu Bild gehen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>Number or name</source>
            <translation>Nummer oder Name</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>Images that fit</source>
            <translation>Passende Bilder</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>Go</source>
            <translation>Gehe zu</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>No image has this number or name.</source>
            <translation>Kein Bild hat diese Nummer oder diesen Namen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>There are more; type more of the name.</source>
            <translation>Es gibt weitere; geben Sie mehr vom Namen ein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <source>Note and tags</source>
            <translation>Notiz und Schlagwörter</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <source>Tags, with commas between them</source>
            <translation>Schlagwörter, durch Kommas getrennt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <source>Tags</source>
            <translation>Schlagwörter</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/docks/candidate_card.py" />
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>IoU</source>
            <translation>IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>What stays</source>
            <translation>Was bleibt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>Both</source>
            <translation>Beide</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep ours</source>
            <translation>Eigene behalten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{choice} (locked)</source>
            <translation>{choice} (gesperrt)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>Merge {name}</source>
            <translation>{name} zusammenführen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} annotation is in both and stays as it is.</source>
            <translation>{n} Annotation ist in beiden und bleibt, wie sie ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} annotations are in both and stay as they are.</source>
            <translation>{n} Annotationen sind in beiden und bleiben, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>New categories: {names}.</source>
            <translation>Neue Kategorien: {names}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Merge</source>
            <translation>Zusammenführen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} object is in both, with another mask or category. What stays?</source>
            <translation>{n} Objekt ist in beiden, mit anderer Maske oder Kategorie. Was bleibt?</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} objects are in both, with another mask or category. What stays?</source>
            <translation>{n} Objekte sind in beiden, mit anderer Maske oder Kategorie. Was bleibt?</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>Objects that both have</source>
            <translation>Objekte, die beide haben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Select all</source>
            <translation>Alles auswählen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>For the rows selected; O, T and B do so by key. What is locked stays ours unless both stay.</source>
            <translation>Für die ausgewählten Zeilen; auch mit den Tasten O, T und B. Gesperrtes bleibt eigenes, außer beide bleiben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>There is nothing to add.</source>
            <translation>Es gibt nichts hinzuzufügen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{annotations} on {images} will be added.</source>
            <translation>Hinzugefügt werden {annotations} ({images}).</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>New project</source>
            <translation>Neues Projekt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>Folder of images</source>
            <translation>Bildordner</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>Folder of the project</source>
            <translation>Projektordner</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>person
car
traffic light</source>
            <translation>Person
Auto
Ampel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>Folder of &amp;images</source>
            <translation>&amp;Bildordner</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>&amp;Project folder</source>
            <translation>&amp;Projektordner</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>The project is kept in one file in this folder; your images are not changed.</source>
            <translation>Das Projekt steht in einer Datei in diesem Ordner; Ihre Bilder werden nicht geändert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>&amp;Categories, one a line</source>
            <translation>&amp;Kategorien, eine je Zeile</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>Create project</source>
            <translation>Projekt anlegen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>There is no such folder.</source>
            <translation>Diesen Ordner gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>They can be added later, too.</source>
            <translation>Sie können auch später hinzugefügt werden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>There is a project in this folder; open it, or name another folder.</source>
            <translation>In diesem Ordner ist ein Projekt; öffnen Sie es oder nennen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>This is a file; name a folder.</source>
            <translation>Das ist eine Datei; nennen Sie einen Ordner.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>The folder above it is not there.</source>
            <translation>Den Ordner darüber gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/parts.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/parts.py" />
            <source>Browse…</source>
            <translation>Durchsuchen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/report.py" />
            <source>{n} reason</source>
            <translation>{n} Grund</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/report.py" />
            <source>{n} reasons</source>
            <translation>{n} Gründe</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/report.py" />
            <source>Reasons</source>
            <translation>Gründe</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/report.py" />
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/report.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/setting_row.py" />
            <source>Take the default of {setting}</source>
            <translation>Vorgabe für {setting} nehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Search settings</source>
            <translation>Einstellungen durchsuchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>No setting is called so</source>
            <translation>Keine Einstellung heißt so</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Try another word, or fewer letters.</source>
            <translation>Versuchen Sie ein anderes Wort oder weniger Buchstaben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Show all settings</source>
            <translation>Alle Einstellungen zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Restore defaults</source>
            <translation>Vorgaben wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Take the defaults of all settings.</source>
            <translation>Die Vorgaben aller Einstellungen nehmen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Other</source>
            <translation>Andere</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Press a key… Esc stops</source>
            <translation>Taste drücken… Esc beendet</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Add a key…</source>
            <translation>Taste hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Change keys</source>
            <translation>Tasten ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Restore all</source>
            <translation>Alle zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Search by name or key</source>
            <translation>Nach Name oder Taste suchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Search actions by name or key</source>
            <translation>Aktionen nach Name oder Taste suchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Actions and their keys</source>
            <translation>Aktionen und ihre Tasten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>No action is called so.</source>
            <translation>Keine Aktion heißt so.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Restore</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Swap keys</source>
            <translation>Tasten tauschen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Take it</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>no key</source>
            <translation>keine Taste</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Take {key} away</source>
            <translation>{key} wegnehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>This key can't be used: on the image Space moves the view. Choose another one.</source>
            <translation>Diese Taste geht nicht: Auf dem Bild verschiebt die Leertaste die Ansicht. Wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>{key} does this already.</source>
            <translation>{key} tut das schon.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>{key} is the key of “{action}”.</source>
            <translation>{key} ist die Taste von „{action}“.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>While it goes on</source>
            <translation>Währenddessen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcuts.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcuts.py" />
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcuts.py" />
            <source>Search keys</source>
            <translation>Tasten durchsuchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcuts.py" />
            <source>No key is called so.</source>
            <translation>Keine Taste heißt so.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcuts.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Change keys…</source>
            <translation>Tasten ändern…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Export annotations</source>
            <translation>Annotationen exportieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Export to</source>
            <translation>Exportieren nach</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>&amp;What</source>
            <translation>&amp;Was</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>&amp;New folder</source>
            <translation>&amp;Neuer Ordner</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>This is a folder; add a file name.</source>
            <translation>Das ist ein Ordner; fügen Sie einen Dateinamen hinzu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>There is a file of this name; it will be replaced.</source>
            <translation>Es gibt eine Datei dieses Namens; sie wird ersetzt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>This is a file; give the name of a new folder.</source>
            <translation>Das ist eine Datei; geben Sie den Namen eines neuen Ordners an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>This folder is not empty, and nothing is overwritten; add the name of a new one.</source>
            <translation>Dieser Ordner ist nicht leer, und nichts wird überschrieben; fügen Sie den Namen eines neuen hinzu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>There is no such folder to make it in.</source>
            <translation>Den Ordner, in dem er liegen soll, gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>This is in the folder of images, where pictures would become images of the project.</source>
            <translation>Das ist im Bildordner, wo geschriebene Bilder zu Bildern des Projekts würden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Import annotations</source>
            <translation>Annotationen importieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Import from</source>
            <translation>Importieren aus</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Skip annotations that do not fit</source>
            <translation>Nicht passende Annotationen überspringen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Otherwise a file that does not fit is refused as a whole, with the reasons.</source>
            <translation>Sonst wird eine Datei, die nicht passt, als Ganzes abgelehnt, mit den Gründen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>There is no such file.</source>
            <translation>Diese Datei gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>{title} (*{suffix});;All files (*)</source>
            <translation>{title} (*{suffix});;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>crowd</source>
            <translation>Crowd</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Annotations</source>
            <translation>Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>No annotations yet</source>
            <translation>Noch keine Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Click an object in the image, then press Enter.</source>
            <translation>Klicken Sie im Bild ein Objekt an und drücken Sie die Eingabetaste.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <source>No annotations</source>
            <translation>Keine Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <source>Delete {n} annotations</source>
            <translation>{n} Annotationen löschen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Crowd region</source>
            <translation>Crowd-Region</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Occluded</source>
            <translation>Verdeckt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Truncated</source>
            <translation>Abgeschnitten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>Several values</source>
            <translation>Verschiedene Werte</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Attributes of the project…</source>
            <translation>Attribute des Projekts…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>{name} is a number from {low} to {high}; type another.</source>
            <translation>{name} ist eine Zahl von {low} bis {high}; geben Sie eine andere ein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>{name} is a number of {low} or more; type another.</source>
            <translation>{name} ist eine Zahl ab {low}; geben Sie eine andere ein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>{name} is a number of {high} or less; type another.</source>
            <translation>{name} ist eine Zahl bis {high}; geben Sie eine andere ein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>{name} is a number; type one.</source>
            <translation>{name} ist eine Zahl; geben Sie eine ein.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>This image</source>
            <translation>Dieses Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>The box drawn on the image</source>
            <translation>Das Rechteck auf dem Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>The images listed ({n})</source>
            <translation>Die aufgelisteten Bilder ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>The whole project ({n})</source>
            <translation>Das ganze Projekt ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Segment everything</source>
            <translation>Alles segmentieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Own parameters</source>
            <translation>Eigene Parameter</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Where</source>
            <translation>Wo</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Preset</source>
            <translation>Vorgabe</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Run</source>
            <translation>Starten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>The parameters below, as they were set by hand.</source>
            <translation>Die Parameter unten, wie sie von Hand eingestellt wurden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <location filename="../../sam_annotator/ui/menus.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Proposals</source>
            <translation>Vorschläge</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Accept all shown</source>
            <translation>Alle gezeigten annehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Smallest area</source>
            <translation>Kleinste Fläche</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Largest area</source>
            <translation>Größte Fläche</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Covered by an annotation up to</source>
            <translation>Von einer Annotation bedeckt bis</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>A proposal is dropped where one annotation covers more of it; at 100 % none is.</source>
            <translation>Ein Vorschlag entfällt, wo eine Annotation mehr von ihm bedeckt; bei 100 % keiner.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>{shown} of {total}</source>
            <translation>{shown} von {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>{area} px</source>
            <translation>{area} px</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/candidate_card.py" />
            <source>Candidate {number}, predicted IoU {iou}, stability {stability}</source>
            <translation>Kandidat {number}, vorhergesagte IoU {iou}, Stabilität {stability}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/candidate_card.py" />
            <source>Stab.</source>
            <translation>Stab.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/candidate_card.py" />
            <source>Candidates</source>
            <translation>Kandidaten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Orange</source>
            <translation>Orange</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Sky blue</source>
            <translation>Himmelblau</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Green blue</source>
            <translation>Blaugrün</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Yellow</source>
            <translation>Gelb</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Blue</source>
            <translation>Blau</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Vermilion</source>
            <translation>Zinnoberrot</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Rose</source>
            <translation>Altrosa</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Grey</source>
            <translation>Grau</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Brown</source>
            <translation>Braun</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Violet</source>
            <translation>Violett</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Pink</source>
            <translation>Rosa</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Steel blue</source>
            <translation>Stahlblau</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Light green</source>
            <translation>Hellgrün</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Lavender</source>
            <translation>Lavendel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Category name</source>
            <translation>Name der Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Categories</source>
            <translation>Kategorien</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>No categories yet</source>
            <translation>Noch keine Kategorien</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Type a name below and press Enter.</source>
            <translation>Geben Sie unten einen Namen ein und drücken Sie die Eingabetaste.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>No category is called so</source>
            <translation>Keine Kategorie heißt so</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>New category…</source>
            <translation>Neue Kategorie…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>New category</source>
            <translation>Neue Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>More on categories</source>
            <translation>Mehr zu Kategorien</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Search categories</source>
            <translation>Kategorien durchsuchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>No categories</source>
            <translation>Keine Kategorien</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Merge into</source>
            <translation>Zusammenführen mit</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Supercategory…</source>
            <translation>Oberkategorie…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Change annotations to…</source>
            <translation>Annotationen ändern in…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Colour</source>
            <translation>Farbe</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>{name} (now)</source>
            <translation>{name} (jetzt)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Other…</source>
            <translation>Andere…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Key</source>
            <translation>Taste</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Colour of {name}</source>
            <translation>Farbe von {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Parts below this many pixels are removed.</source>
            <translation>Teile unter so vielen Pixeln werden entfernt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Holes below this many pixels are filled.</source>
            <translation>Löcher unter so vielen Pixeln werden gefüllt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>The outline is smoothed over so many pixels.</source>
            <translation>Der Umriss wird über so viele Pixel geglättet.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Above 0 masks grow, below 0 they shrink.</source>
            <translation>Über 0 wachsen Masken, unter 0 schrumpfen sie.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Use after each prediction</source>
            <translation>Nach jeder Vorhersage anwenden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Clean the masks of clicks and boxes in this project, too, before they are shown.</source>
            <translation>Auch die Masken von Klicks und Rechtecken in diesem Projekt bereinigen, bevor sie gezeigt werden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Apply</source>
            <translation>Anwenden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Islands below</source>
            <translation>Inseln unter</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Holes below</source>
            <translation>Löcher unter</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Smooth</source>
            <translation>Glätten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Grow or shrink</source>
            <translation>Wachsen, schrumpfen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Differences</source>
            <translation>Unterschiede</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Nothing to compare with</source>
            <translation>Nichts zum Vergleichen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>A COCO file, results of a model, or a project of somebody else; it is only read.</source>
            <translation>Eine COCO-Datei, Ergebnisse eines Modells oder ein Projekt von jemand anderem; es wird nur gelesen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Choose a file…</source>
            <translation>Datei wählen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Choose a project…</source>
            <translation>Projekt wählen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>What was left out, and what else to know</source>
            <translation>Was ausgelassen wurde und was sonst zu wissen ist</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Close the other set</source>
            <translation>Anderen Satz schließen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Show theirs on the image</source>
            <translation>Fremde im Bild zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Same object from IoU</source>
            <translation>Selbes Objekt ab IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Masks that overlap less are two objects.</source>
            <translation>Masken, die weniger überlappen, sind zwei Objekte.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Theirs from score</source>
            <translation>Fremde ab Score</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>What they are less sure of is left out; what has no score stays.</source>
            <translation>Was dort weniger sicher ist, wird ausgelassen; was keinen Score hat, bleibt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Taken for true</source>
            <translation>Als wahr gilt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Precision: how much of the other set is true. Recall: how much of the true set it has.</source>
            <translation>Precision: wie viel vom anderen Satz wahr ist. Recall: wie viel vom wahren Satz er hat.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Rows</source>
            <translation>Zeilen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>By category</source>
            <translation>Nach Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>By image</source>
            <translation>Nach Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Agreement by category</source>
            <translation>Übereinstimmung nach Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Agreement by image</source>
            <translation>Übereinstimmung nach Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>{n} pair</source>
            <translation>{n} Paar</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>{n} pairs</source>
            <translation>{n} Paare</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>{n} only ours</source>
            <translation>{n} nur eigene</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>{n} only theirs</source>
            <translation>{n} nur fremde</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>{n} of another category</source>
            <translation>{n} anderer Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>PQ {value}</source>
            <translation>PQ {value}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_legend.py" />
            <source>Ours is filled, theirs is hatched with a dashed outline; of the difference looked at, what only we have is hatched falling, what only they have rising.</source>
            <translation>Eigene sind gefüllt, fremde schraffiert mit gestricheltem Umriss; beim betrachteten Unterschied ist fallend schraffiert, was nur hier ist, steigend, was nur dort ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>Kind of difference</source>
            <translation>Art des Unterschieds</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>All kinds</source>
            <translation>Alle Arten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>All categories</source>
            <translation>Alle Kategorien</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>Show what was seen</source>
            <translation>Gesehene zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>Several</source>
            <translation>Mehrere</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>Decide all that are listed of this image, or of this kind, in one step.</source>
            <translation>Alle aufgelisteten dieses Bildes oder dieser Art in einem Schritt entscheiden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>No differences left</source>
            <translation>Keine Unterschiede übrig</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>No differences of this kind</source>
            <translation>Keine Unterschiede dieser Art</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>Choose another kind or category above.</source>
            <translation>Wählen Sie oben eine andere Art oder Kategorie.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>Not accepted yet; predicted IoU</source>
            <translation>Noch nicht übernommen; vorhergesagte IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>Draft, the chosen engine's mask follows; predicted IoU</source>
            <translation>Entwurf, die Maske der gewählten Engine folgt; vorhergesagte IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>Candidate {number}</source>
            <translation>Kandidat {number}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{words}, predicted IoU {iou}</source>
            <translation>{words}, vorhergesagte IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{words}: predicted IoU {iou}</source>
            <translation>{words}: vorhergesagte IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>Nothing selected</source>
            <translation>Nichts ausgewählt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Click an object, or choose an annotation.</source>
            <translation>Klicken Sie ein Objekt an oder wählen Sie eine Annotation.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Area</source>
            <translation>Fläche</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Box</source>
            <translation>Rechteck</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Parts</source>
            <translation>Teile</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Score</source>
            <translation>Score</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Prompts</source>
            <translation>Prompts</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Engine</source>
            <translation>Engine</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Checkpoint</source>
            <translation>Checkpoint</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Flags</source>
            <translation>Merkmale</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} annotation selected</source>
            <translation>{n} Annotation ausgewählt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} annotations selected</source>
            <translation>{n} Annotationen ausgewählt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} positive</source>
            <translation>{n} positive</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} negative</source>
            <translation>{n} negative</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>a box</source>
            <translation>ein Rechteck</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>{w} × {h} px at {x}, {y}</source>
            <translation>{w} × {h} px bei {x}, {y}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{words}, edited by hand</source>
            <translation>{words}, von Hand bearbeitet</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} hole</source>
            <translation>{n} Loch</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} holes</source>
            <translation>{n} Löcher</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/dock.py" />
            <source>Fold the panel {title}</source>
            <translation>Bereich {title} einklappen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/dock.py" />
            <source>Close the panel {title}</source>
            <translation>Bereich {title} schließen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/dock.py" />
            <source>Unfold the panel {title}</source>
            <translation>Bereich {title} ausklappen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_delegate.py" />
            <source>Missing</source>
            <translation>Fehlt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Any review</source>
            <translation>Jede Prüfung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Image not reviewed</source>
            <translation>Bild nicht geprüft</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Image accepted</source>
            <translation>Bild angenommen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Image rejected</source>
            <translation>Bild abgelehnt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Annotations not reviewed</source>
            <translation>Annotationen nicht geprüft</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Rejected annotations</source>
            <translation>Abgelehnte Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>With comments</source>
            <translation>Mit Kommentaren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Lowest score</source>
            <translation>Niedrigster Score</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Date done</source>
            <translation>Erledigt am</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Search images by name, tag or note</source>
            <translation>Bilder nach Name, Schlagwort oder Notiz suchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Part of the name; tag:word and note:word look there.</source>
            <translation>Teil des Namens; tag:wort und note:wort suchen dort.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Number</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Review</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Sort</source>
            <translation>Sortieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Filter and sort</source>
            <translation>Filtern und sortieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Show all images, sorted by name</source>
            <translation>Alle Bilder zeigen, nach Name sortiert</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>{what}: {value}</source>
            <translation>{what}: {value}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Any state</source>
            <translation>Jeder Zustand</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Any category</source>
            <translation>Jede Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Any number</source>
            <translation>Jede Anzahl</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>No annotation</source>
            <translation>Keine Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>One or more</source>
            <translation>Eine oder mehr</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>More annotations than</source>
            <translation>Mehr Annotationen als</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>More than</source>
            <translation>Mehr als</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Any score</source>
            <translation>Jeder Score</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Lowest below {score}</source>
            <translation>Niedrigster unter {score}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Lowest score below</source>
            <translation>Niedrigster Score unter</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Below</source>
            <translation>Unter</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Show these</source>
            <translation>Diese zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Descending</source>
            <translation>Absteigend</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_strip.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_strip.py" />
            <location filename="../../sam_annotator/ui/image_presenter.py" />
            <source>No project open</source>
            <translation>Kein Projekt geöffnet</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_strip.py" />
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Open folder…</source>
            <translation>Ordner öffnen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_strip.py" />
            <source>{matching} of {total} match</source>
            <translation>{matching} von {total} passen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_strip.py" />
            <source>{row} of {total}</source>
            <translation>{row} von {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Inspect</source>
            <translation>Untersuchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Nothing to inspect</source>
            <translation>Nichts zu untersuchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Ask again</source>
            <translation>Neu fragen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Show logits on the image</source>
            <translation>Logits im Bild zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Copy the hash of the checkpoint</source>
            <translation>Hash des Checkpoints kopieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Hash of the checkpoint</source>
            <translation>Hash des Checkpoints</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Answer the stored prompts with the engine that runs.</source>
            <translation>Die gespeicherten Prompts mit der laufenden Engine beantworten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Logit at the pointer: {value}</source>
            <translation>Logit am Zeiger: {value}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Holes</source>
            <translation>Löcher</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Overlap</source>
            <translation>Überlappung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Box prompt</source>
            <translation>Rechteck-Prompt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Candidate</source>
            <translation>Kandidat</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Precision</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/docks/logit_legend.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Threshold</source>
            <translation>Schwelle</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Work</source>
            <translation>Aufwand</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Doubt</source>
            <translation>Zweifel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>{rank} of {count}</source>
            <translation>{rank} von {count}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>number {number} of the engine's</source>
            <translation>Nummer {number} der Engine</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>{n} click</source>
            <translation>{n} Klick</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} clicks</source>
            <translation>{n} Klicks</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>edited by hand</source>
            <translation>von Hand bearbeitet</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/logit_legend.py" />
            <source>Logits: blue below 0 is outside, orange above 0 is inside, hatched is within 1 of 0: unsure</source>
            <translation>Logits: blau unter 0 ist außen, orange über 0 ist innen, schraffiert ist höchstens 1 von 0 entfernt: unsicher</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/logit_legend.py" />
            <source>Threshold of the logits</source>
            <translation>Schwelle der Logits</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/logit_legend.py" />
            <source>Take the engine's own threshold</source>
            <translation>Schwelle der Engine nehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/logit_legend.py" />
            <source>What is above this logit is inside: higher is smaller, lower is larger.</source>
            <translation>Was über diesem Logit liegt, ist innen: höher ist kleiner, niedriger ist größer.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>Info</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>Warning</source>
            <translation>Warnung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>Close this notice</source>
            <translation>Diesen Hinweis schließen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>{what}: {text}</source>
            <translation>{what}: {text}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>{n} more error</source>
            <translation>{n} weiterer Fehler</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>{n} more errors</source>
            <translation>{n} weitere Fehler</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>Copy text</source>
            <translation>Text kopieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Export the progress</source>
            <translation>Fortschritt exportieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Reading the annotations</source>
            <translation>Annotationen werden gelesen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Plots of the progress</source>
            <translation>Diagramme des Fortschritts</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Counting…</source>
            <translation>Wird gezählt…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>No project is open</source>
            <translation>Kein Projekt geöffnet</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Its progress is shown here.</source>
            <translation>Hier wird sein Fortschritt gezeigt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>The figures can't be read</source>
            <translation>Die Zahlen können nicht gelesen werden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Read again</source>
            <translation>Neu lesen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Stopped counting</source>
            <translation>Zählung angehalten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Count again</source>
            <translation>Neu zählen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <location filename="../../sam_annotator/ui/image_presenter.py" />
            <source>No images yet</source>
            <translation>Noch keine Bilder</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>The progress counts images and annotations.</source>
            <translation>Der Fortschritt zählt Bilder und Annotationen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_panel.py" />
            <source>Cancel: {what}</source>
            <translation>Abbrechen: {what}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_panel.py" />
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>{what} {percent} %</source>
            <translation>{what} {percent} %</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_panel.py" />
            <source>Stopping: {what}</source>
            <translation>Wird angehalten: {what}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_panel.py" />
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>In progress</source>
            <translation>In Arbeit</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Old</source>
            <translation>Alt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Difference</source>
            <translation>Differenz</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>To decide ({n})</source>
            <translation>Zu entscheiden ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Decided ({n})</source>
            <translation>Entschieden ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Same mask ({n})</source>
            <translation>Gleiche Maske ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Stays ({n})</source>
            <translation>Bleibt ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>All ({n})</source>
            <translation>Alle ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Any IoU</source>
            <translation>Jede IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>IoU at least</source>
            <translation>IoU mindestens</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>IoU below</source>
            <translation>IoU unter</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Replay prompts</source>
            <translation>Prompts wiederholen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Rows that are shown</source>
            <translation>Gezeigte Zeilen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Limit of the IoU</source>
            <translation>Grenze der IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Category or image</source>
            <translation>Kategorie oder Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>gained</source>
            <translation>dazu</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>lost</source>
            <translation>weg</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Old and new masks are compared here</source>
            <translation>Hier werden alte und neue Masken verglichen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>The stored clicks and boxes are answered again, hand edits stay on top, and you decide.</source>
            <translation>Die gespeicherten Klicks und Rechtecke werden neu beantwortet, Handarbeit bleibt erhalten, und Sie entscheiden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>No row fits</source>
            <translation>Keine Zeile passt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Choose other rows above.</source>
            <translation>Wählen Sie oben andere Zeilen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Keep old ({n})</source>
            <translation>Alte behalten ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Keep old</source>
            <translation>Alte behalten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Accept new ({n})</source>
            <translation>Neue annehmen ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Accept new</source>
            <translation>Neue annehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Accept all shown ({n})</source>
            <translation>Alle gezeigten annehmen ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>&amp;Engine</source>
            <translation>&amp;Engine</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Also what this engine has made</source>
            <translation>Auch, was von dieser Engine ist</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Ask again about masks that this engine has made already: it should give the same.</source>
            <translation>Auch nach Masken fragen, die diese Engine schon erstellt hat: Sie sollte dasselbe ergeben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Replay</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Answer the stored prompts again. Nothing is changed before you accept it.</source>
            <translation>Die gespeicherten Prompts neu beantworten. Nichts wird geändert, bevor Sie es annehmen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_table.py" />
            <source>Old and new masks</source>
            <translation>Alte und neue Masken</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Not reviewed</source>
            <translation>Nicht geprüft</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Accepted</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Rejected</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Comment</source>
            <translation>Kommentar</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>Comment on what is reviewed</source>
            <translation>Kommentar zum Geprüften</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>Accept</source>
            <translation>Annehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>Reject</source>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>How to review</source>
            <translation>Wie geprüft wird</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Leave the review</source>
            <translation>Prüfung verlassen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>Reading annotations…</source>
            <translation>Annotationen werden gelesen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>No image</source>
            <translation>Kein Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>Image {place} of {total}</source>
            <translation>Bild {place} von {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>{place} of {total}</source>
            <translation>{place} von {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>{accepted} accepted, {rejected} rejected</source>
            <translation>{accepted} angenommen, {rejected} abgelehnt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Pointer position in the image</source>
            <translation>Zeigerposition im Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Colour of the pixel under the pointer</source>
            <translation>Farbe des Pixels unter dem Zeiger</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Zoom</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Engine and device</source>
            <translation>Engine und Gerät</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Time of the last prediction</source>
            <translation>Dauer der letzten Vorhersage</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>When the project was saved last</source>
            <translation>Wann das Projekt zuletzt gespeichert wurde</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>draft {ms} ms</source>
            <translation>Entwurf {ms} ms</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>saved {time}</source>
            <translation>gespeichert {time}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>{words}: show them</source>
            <translation>{words}: zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>{ms} ms</source>
            <translation>{ms} ms</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Table of annotations</source>
            <translation>Tabelle der Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Search annotations by image, category, note or engine</source>
            <translation>Annotationen nach Bild, Kategorie, Notiz oder Engine suchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Only of this category</source>
            <translation>Nur diese Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>The rows shown…</source>
            <translation>Gezeigte Zeilen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>All annotations…</source>
            <translation>Alle Annotationen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>No annotation fits</source>
            <translation>Keine Annotation passt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Show all</source>
            <translation>Alle zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <source>This project is open read-only; what the engine says can't be kept.</source>
            <translation>Dieses Projekt ist schreibgeschützt; was die Engine sagt, kann nicht gespeichert werden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Wait for the engine, or choose one in Tools &gt; Engines.</source>
            <translation>Warten Sie auf die Engine oder wählen Sie eine unter Werkzeuge &gt; Engines.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <source>There are no annotations to ask about in the listed images.</source>
            <translation>In den aufgelisteten Bildern sind keine Annotationen, nach denen zu fragen wäre.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <source>Looking for doubtful masks…</source>
            <translation>Zweifelhafte Masken werden gesucht…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <source>{n} images could not be asked about: {why}</source>
            <translation>Nach {n} Bildern konnte nicht gefragt werden: {why}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <source>Asked about {n} masks. In a review, {key} begins with the most doubtful.</source>
            <translation>Nach {n} Masken gefragt. Eine Prüfung beginnt mit {key} bei der zweifelhaftesten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/drop_frame.py" />
            <source>Drop images, a folder or a project to open it, a COCO file to import it</source>
            <translation>Bilder, einen Ordner oder ein Projekt ablegen zum Öffnen, eine COCO-Datei zum Importieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Another edit is on its way; try again when it is done.</source>
            <translation>Eine andere Änderung ist im Gange; versuchen Sie es erneut, wenn sie fertig ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Refine annotation</source>
            <translation>Annotation verfeinern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Mark crowd region</source>
            <translation>Crowd-Region markieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>There is no category {digit}; add one in the Categories panel.</source>
            <translation>Es gibt keine Kategorie {digit}; fügen Sie eine im Bereich Kategorien hinzu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Rename category</source>
            <translation>Kategorie umbenennen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Change colour</source>
            <translation>Farbe ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next image</source>
            <translation>Nächstes Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Previous image</source>
            <translation>Voriges Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <source>Look again</source>
            <translation>Noch einmal suchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <source>{name} can't be shown</source>
            <translation>{name} kann nicht gezeigt werden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <location filename="../../sam_annotator/ui/image_presenter.py" />
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>Looking for images…</source>
            <translation>Bilder werden gesucht…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <source>Put JPEG, PNG, TIFF, WebP, BMP or GIF files into {image_root}.</source>
            <translation>Legen Sie JPEG-, PNG-, TIFF-, WebP-, BMP- oder GIF-Dateien in {image_root} ab.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <source>There are no images here yet</source>
            <translation>Hier sind noch keine Bilder</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/engine_controller.py" />
            <source>The checkpoint of {title} is not here; get it in Tools &gt; Engines.</source>
            <translation>Der Checkpoint von {title} ist nicht hier; holen Sie ihn unter Werkzeuge &gt; Engines.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>{nothing} Clear the filter to look in all.</source>
            <translation>{nothing} Löschen Sie den Filter, um in allen zu suchen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>No other image is new.</source>
            <translation>Kein anderes Bild ist neu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>No other image is flagged.</source>
            <translation>Kein anderes Bild ist markiert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>Add a category in the Categories panel first.</source>
            <translation>Fügen Sie zuerst im Bereich Kategorien eine Kategorie hinzu.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>No other image contains "{name}".</source>
            <translation>Kein anderes Bild enthält „{name}“.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>Change tags</source>
            <translation>Schlagwörter ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Open an image first</source>
            <translation>Öffnen Sie zuerst ein Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Draft, the chosen engine's mask follows.</source>
            <translation>Entwurf, die Maske der gewählten Engine folgt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Not accepted yet.</source>
            <translation>Noch nicht übernommen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Prediction</source>
            <translation>Vorhersage</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>IoU {iou} with the mask that is stored</source>
            <translation>IoU {iou} mit der gespeicherten Maske</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>This is what the engine says now; the annotation stays as it is.</source>
            <translation>Das sagt die Engine jetzt; die Annotation bleibt, wie sie ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Asked again</source>
            <translation>Neu gefragt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>This engine gives its masks at its own threshold only.</source>
            <translation>Diese Engine liefert ihre Masken nur bei ihrer eigenen Schwelle.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Click on the image to go on from this mask; then the threshold can be moved.</source>
            <translation>Klicken Sie auf das Bild, um mit dieser Maske weiterzumachen; dann lässt sich die Schwelle verschieben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>From what is stored. The candidates and logits come when you ask again.</source>
            <translation>Aus dem Gespeicherten. Kandidaten und Logits kommen, wenn Sie neu fragen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Asking the engine…</source>
            <translation>Die Engine wird gefragt…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/key_map.py" />
            <source>{key} (keypad)</source>
            <translation>{key} (Ziffernblock)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/language.py" />
            <source>Enter##key</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/main_window.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Tools</source>
            <translation>Werkzeuge</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/main_window.py" />
            <source>More tools</source>
            <translation>Weitere Werkzeuge</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_commands.py" />
            <source>All its pixels belong to locked annotations; unlock those first.</source>
            <translation>Alle seine Pixel gehören zu gesperrten Annotationen; entsperren Sie diese zuerst.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_commands.py" />
            <source>One annotation had no pixel left and was deleted; undo brings it back.</source>
            <translation>Eine Annotation hatte kein Pixel mehr und wurde gelöscht; Rückgängig bringt sie zurück.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_commands.py" />
            <source>{count} annotations had no pixel left and were deleted; undo brings them back.</source>
            <translation>{count} Annotationen hatten kein Pixel mehr und wurden gelöscht; Rückgängig bringt sie zurück.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>Add masks</source>
            <translation>Masken hinzufügen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>Cut masks out</source>
            <translation>Masken ausschneiden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep the overlap</source>
            <translation>Überlappung behalten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>Join annotations</source>
            <translation>Annotationen verbinden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Split into parts</source>
            <translation>In Teile zerlegen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>The other annotations have no pixel there, or are locked.</source>
            <translation>Die anderen Annotationen haben dort kein Pixel oder sind gesperrt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take from the others</source>
            <translation>Den anderen wegnehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>No overlap</source>
            <translation>Keine Überlappung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>From now on, new masks take their pixels from the others of the image.</source>
            <translation>Ab jetzt nehmen neue Masken ihre Pixel den anderen des Bildes weg.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Hide</source>
            <translation>Verbergen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>Change order</source>
            <translation>Reihenfolge ändern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Mark as</source>
            <translation>Markieren als</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Combine</source>
            <translation>Kombinieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Replayed masks</source>
            <translation>Wiederholte Masken</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Panels</source>
            <translation>Bereiche</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Open recent</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Actions</source>
            <translation>Aktionen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Merge the project in a folder</source>
            <translation>Das Projekt in einem Ordner zusammenführen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Another merge is being prepared; wait until it is there, or cancel it.</source>
            <translation>Eine andere Zusammenführung wird vorbereitet; warten Sie, bis sie da ist, oder brechen Sie sie ab.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Looking at what {name} has…</source>
            <translation>{name} wird durchgesehen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Nothing was changed: all that was chosen is in this project.</source>
            <translation>Nichts wurde geändert: Alles Gewählte ist in diesem Projekt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>{n} annotation added</source>
            <translation>{n} Annotation hinzugefügt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>{n} annotations added</source>
            <translation>{n} Annotationen hinzugefügt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>{n} replaced</source>
            <translation>{n} ersetzt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Merged {name}: {added}, {changed}.</source>
            <translation>{name} zusammengeführt: {added}, {changed}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <source>score {score}</source>
            <translation>Score {score}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>locked</source>
            <translation>gesperrt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>hidden</source>
            <translation>verborgen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <source>accepted in review</source>
            <translation>in der Prüfung angenommen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <source>rejected in review</source>
            <translation>in der Prüfung abgelehnt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Reviewer: {text}</source>
            <translation>Prüfung: {text}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Number##of an annotation</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Predicted IoU</source>
            <translation>Vorhergesagte IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Stability</source>
            <translation>Stabilität</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Clicks</source>
            <translation>Klicks</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Seconds</source>
            <translation>Sekunden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>{w} × {h} at {x}, {y}</source>
            <translation>{w} × {h} bei {x}, {y}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Imported</source>
            <translation>Importiert</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Brush</source>
            <translation>Pinsel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Polygon</source>
            <translation>Polygon</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Added to another</source>
            <translation>Zu einer anderen hinzugefügt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Cut by others</source>
            <translation>Von anderen beschnitten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Overlap with others</source>
            <translation>Überlappung mit anderen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Joined</source>
            <translation>Verbunden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Part of another</source>
            <translation>Teil einer anderen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Pasted</source>
            <translation>Eingefügt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Found automatically</source>
            <translation>Automatisch gefunden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Box of a detector</source>
            <translation>Rechteck eines Detektors</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>occluded</source>
            <translation>verdeckt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>truncated</source>
            <translation>abgeschnitten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/category_list.py" />
            <source>{text}, key {key}</source>
            <translation>{text}, Taste {key}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>Other mask</source>
            <translation>Andere Maske</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>IoU {iou}</source>
            <translation>IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>seen</source>
            <translation>gesehen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/figures.py" />
            <source>{n} byte</source>
            <translation>{n} Byte</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/figures.py" />
            <source>{n} bytes</source>
            <translation>{n} Bytes</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/figures.py" />
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/figures.py" />
            <source>{n} min</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/figures.py" />
            <source>{hours} h {minutes} min</source>
            <translation>{hours} h {minutes} min</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Not started</source>
            <translation>Nicht begonnen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Done</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Flagged</source>
            <translation>Markiert</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Accepted in review</source>
            <translation>In der Prüfung angenommen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Rejected in review</source>
            <translation>In der Prüfung abgelehnt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>{width} × {height} px</source>
            <translation>{width} × {height} px</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>The file is missing</source>
            <translation>Die Datei fehlt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Tags: {tags}</source>
            <translation>Schlagwörter: {tags}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Note: {text}</source>
            <translation>Notiz: {text}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Old px²</source>
            <translation>Alt px²</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>New px²</source>
            <translation>Neu px²</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Change##of the area</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Area of the mask there is, in pixels</source>
            <translation>Fläche der vorhandenen Maske in Pixeln</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Area of the mask that was answered, in pixels</source>
            <translation>Fläche der neu erhaltenen Maske in Pixeln</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>How much the two masks overlap; 1.000 is the same mask</source>
            <translation>Wie sehr die beiden Masken überlappen; 1,000 ist dieselbe Maske</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>To decide</source>
            <translation>Zu entscheiden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Accepted##a new mask</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Old mask kept</source>
            <translation>Alte behalten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Changed meanwhile</source>
            <translation>Inzwischen geändert</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Deleted meanwhile</source>
            <translation>Inzwischen gelöscht</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Same mask</source>
            <translation>Gleiche Maske</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Stays</source>
            <translation>Bleibt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/move_feature.py" />
            <source>Move</source>
            <translation>Verschieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/move_feature.py" />
            <source>It would lie outside of the image; move it less far.</source>
            <translation>Es läge außerhalb des Bildes; verschieben Sie weniger weit.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>Only one folder is opened at a time; {names} was left out.</source>
            <translation>Nur ein Ordner kann auf einmal geöffnet werden; {names} wurde ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>Open the project that {name} belongs to first, then drop it again.</source>
            <translation>Öffnen Sie zuerst das Projekt, zu dem {name} gehört, und legen Sie die Datei dann noch einmal ab.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>This project can only be looked at; nothing can be imported.</source>
            <translation>Dieses Projekt kann nur angesehen werden; nichts kann importiert werden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>The project is not at {path} any more; put it back, or remove it from the list.</source>
            <translation>Das Projekt ist nicht mehr unter {path}; legen Sie es zurück oder entfernen Sie es aus der Liste.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>Making the demo project…</source>
            <translation>Demoprojekt wird angelegt…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>Finishing the last mask…</source>
            <translation>Letzte Maske wird fertig…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click the object, right-click what is not part of it, or drag a box.</source>
            <translation>Objekt anklicken, mit rechts, was nicht dazugehört, oder ein Rechteck ziehen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click an annotation, or drag a box around several; drag what is selected to move it.</source>
            <translation>Annotation anklicken oder ein Rechteck um mehrere ziehen; Ziehen verschiebt das Ausgewählte.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Paint the selected annotation, or a new one; Ctrl+click selects.</source>
            <translation>Die ausgewählte Annotation malen oder eine neue; Strg+Klick wählt aus.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Erase from the selected annotation; Ctrl+click selects.</source>
            <translation>Von der ausgewählten Annotation radieren; Strg+Klick wählt aus.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click the corners, drag to move them; Enter or a double click applies, with Shift it cuts.</source>
            <translation>Ecken anklicken, ziehen verschiebt sie; Eingabe oder Doppelklick wendet an, mit Umschalt wird ausgeschnitten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Draw around what to add; with Shift it is cut.</source>
            <translation>Umfahren, was dazukommt; mit Umschalt wird es ausgeschnitten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click a hole of the selected mask to fill it; Shift+click removes a part, Ctrl+click selects.</source>
            <translation>Ein Loch der ausgewählten Maske anklicken füllt es; Umschalt+Klick entfernt einen Teil, Strg+Klick wählt aus.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click a proposal to accept it, drag over several; right-click rejects one.</source>
            <translation>Vorschlag anklicken nimmt ihn an, Ziehen mehrere; Rechtsklick lehnt ab.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Drag vertices, click an edge to add one, right-click to remove one; Enter applies.</source>
            <translation>Ecken ziehen; Kante anklicken fügt hinzu, Rechtsklick entfernt; Eingabe wendet an.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Brush radius</source>
            <translation>Pinselradius</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Radius</source>
            <translation>Radius</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Also by the wheel, with Alt held</source>
            <translation>Auch mit dem Rad bei gedrückter Alt-Taste</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Outline tolerance</source>
            <translation>Toleranz des Umrisses</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Tolerance</source>
            <translation>Toleranz</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Fit of the outline</source>
            <translation>Genauigkeit des Umrisses</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Draw what was edited into the mask (Enter)</source>
            <translation>Das Bearbeitete in die Maske übernehmen (Eingabe)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click an annotation to edit its outline.</source>
            <translation>Zuerst eine Annotation anklicken.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>{n} vertices, IoU {iou}</source>
            <translation>{n} Ecken, IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/outline_controller.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Edit outline</source>
            <translation>Umriss bearbeiten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>Select the annotation to erase from.</source>
            <translation>Wählen Sie die Annotation aus, von der radiert werden soll.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>Paint</source>
            <translation>Malen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>Select the annotation to fill.</source>
            <translation>Wählen Sie die Annotation aus, die gefüllt werden soll.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>Remove part</source>
            <translation>Teil entfernen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Fill</source>
            <translation>Füllen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>There is no part of the selected mask; Shift+click one to remove it.</source>
            <translation>Dort ist kein Teil der ausgewählten Maske; Umschalt+Klick auf einen entfernt ihn.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>Nothing is enclosed there; click in a hole of the selected mask.</source>
            <translation>Dort ist nichts eingeschlossen; klicken Sie in ein Loch der ausgewählten Maske.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>{name} has another size than its masks; put the old file back to go on.</source>
            <translation>{name} hat eine andere Größe als seine Masken; legen Sie die alte Datei zurück, um fortzufahren.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>This annotation is locked; unlock it to change its pixels.</source>
            <translation>Diese Annotation ist gesperrt; entsperren Sie sie, um ihre Pixel zu ändern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>This annotation is hidden; show it to change its pixels.</source>
            <translation>Diese Annotation ist verborgen; zeigen Sie sie, um ihre Pixel zu ändern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette.py" />
            <source>Command palette</source>
            <translation>Befehlspalette</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette.py" />
            <source>What do you want to do?</source>
            <translation>Was möchten Sie tun?</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette.py" />
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette.py" />
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette.py" />
            <source>No command is called so.</source>
            <translation>Kein Befehl heißt so.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette_feature.py" />
            <source>Category: {name}</source>
            <translation>Kategorie: {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette_feature.py" />
            <source>Open: {name}</source>
            <translation>Öffnen: {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>Clicks refine the selected mask; Esc starts a new object.</source>
            <translation>Klicks verfeinern die ausgewählte Maske; Esc beginnt ein neues Objekt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>Enter clicks, Space drags, Ctrl+Enter accepts, Esc hides the cursor.</source>
            <translation>Eingabe klickt, Leertaste zieht, Strg+Eingabe übernimmt, Esc blendet den Cursor aus.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>Enter: this, Shift+Enter: not this, Ctrl+Enter accepts, Space drags a box, Esc hides the cursor.</source>
            <translation>Eingabe: das, Umschalt+Eingabe: das nicht, Strg+Eingabe übernimmt, Leertaste zieht ein Rechteck, Esc blendet den Cursor aus.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>Enter sets a corner, Ctrl+Enter closes, Esc hides the cursor.</source>
            <translation>Eingabe setzt eine Ecke, Strg+Eingabe schließt, Esc blendet den Cursor aus.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>Arrows drag, Space or Enter lets go, Esc drops it.</source>
            <translation>Pfeile ziehen, Leertaste oder Eingabe lässt los, Esc verwirft.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>{rank} of {count}, {iou}</source>
            <translation>{rank} von {count}, {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paste_commands.py" />
            <source>All of it lies outside of this image, which has another size.</source>
            <translation>Alles davon liegt außerhalb dieses Bildes, das eine andere Größe hat.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paste_commands.py" />
            <source>No pixel may belong to two annotations here; switch No overlap off first.</source>
            <translation>Hier darf kein Pixel zu zwei Annotationen gehören; schalten Sie zuerst Keine Überlappung aus.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>per day</source>
            <translation>pro Tag</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>per week</source>
            <translation>pro Woche</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>per month</source>
            <translation>pro Monat</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} without a date are not shown</source>
            <translation>{n} ohne Datum sind nicht gezeigt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Images done {per_day}</source>
            <translation>Erledigte Bilder {per_day}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Annotations made {per_day}</source>
            <translation>Erstellte Annotationen {per_day}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Annotations per category</source>
            <translation>Annotationen pro Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Seconds per annotation</source>
            <translation>Sekunden pro Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Median seconds {per_day}</source>
            <translation>Median der Sekunden {per_day}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {value} s</source>
            <translation>{day}: {value} s</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Clicks per annotation</source>
            <translation>Klicks pro Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Median clicks {per_day}</source>
            <translation>Median der Klicks {per_day}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {value} clicks</source>
            <translation>{day}: {value} Klicks</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Size of annotations in pixels</source>
            <translation>Größe der Annotationen in Pixeln</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{done} of {n} images done</source>
            <translation>{done} von {n} Bildern erledigt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{time} of work</source>
            <translation>{time} Arbeit</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} min</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} h</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{hours} h {minutes} min</source>
            <translation>{hours} h {minutes} min</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>MMM yyyy</source>
            <translation>MMM yyyy</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>d MMM</source>
            <translation>d. MMM</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Nothing is left</source>
            <translation>Nichts ist übrig</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} left, about {time} of work</source>
            <translation>{n} übrig, etwa {time} Arbeit</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} left</source>
            <translation>{n} übrig</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} other categories</source>
            <translation>{n} andere Kategorien</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {n} image</source>
            <translation>{day}: {n} Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {n} images</source>
            <translation>{day}: {n} Bilder</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {n} annotation</source>
            <translation>{day}: {n} Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {n} annotations</source>
            <translation>{day}: {n} Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{range} s</source>
            <translation>{range} s</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>1 click</source>
            <translation>1 Klick</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{range} px</source>
            <translation>{range} px</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{what}: {n} annotation</source>
            <translation>{what}: {n} Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{what}: {n} annotations</source>
            <translation>{what}: {n} Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>No times are known yet</source>
            <translation>Noch keine Zeiten bekannt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Median {n} s</source>
            <translation>Median {n} s</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>No clicks are known yet</source>
            <translation>Noch keine Klicks bekannt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Median {n}</source>
            <translation>Median {n}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Median {n} px</source>
            <translation>Median {n} px</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/jobs.py" />
            <source>The folder {folder} can't be written ({reason}); choose another.</source>
            <translation>Der Ordner {folder} kann nicht beschrieben werden ({reason}); wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>Choose a folder for the progress</source>
            <translation>Ordner für den Fortschritt wählen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>{n} tables are in {folder}.</source>
            <translation>{n} Tabellen sind in {folder}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>Writing the tables…</source>
            <translation>Tabellen werden geschrieben…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>Writing the pictures…</source>
            <translation>Bilder werden geschrieben…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>{n} pictures are in {folder}.</source>
            <translation>{n} Bilder sind in {folder}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>An export of the progress is running; wait until it has ended.</source>
            <translation>Ein Export des Fortschritts läuft; warten Sie, bis er fertig ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>{project} progress {day}</source>
            <translation>{project} Fortschritt {day}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>This folder can't be written; the project is kept in {folder}.</source>
            <translation>Dieser Ordner kann nicht beschrieben werden; das Projekt liegt in {folder}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>This project is open in another window or can't be written: you can look, but not change it.</source>
            <translation>Dieses Projekt ist in einem anderen Fenster geöffnet oder schreibgeschützt: Sie können es ansehen, aber nicht ändern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>The folder of images is not at {folder}; put it back, or say where it is now.</source>
            <translation>Der Bildordner ist nicht unter {folder}; legen Sie ihn zurück oder geben Sie an, wo er jetzt ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>One image is missing from the folder; it stays listed.</source>
            <translation>Ein Bild fehlt im Ordner; es bleibt in der Liste.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>{n} images are missing from the folder; they stay listed.</source>
            <translation>{n} Bilder fehlen im Ordner; sie bleiben in der Liste.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>One image is there again.</source>
            <translation>Ein Bild ist wieder da.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>{n} images are there again.</source>
            <translation>{n} Bilder sind wieder da.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>One image is found again at another place.</source>
            <translation>Ein Bild wurde an anderer Stelle wiedergefunden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>{n} images are found again at another place.</source>
            <translation>{n} Bilder wurden an anderer Stelle wiedergefunden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>{name} has another size than when it was added; its old masks don't fit.</source>
            <translation>{name} hat eine andere Größe als beim Hinzufügen; seine alten Masken passen nicht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>{reason}; check the path.</source>
            <translation>{reason}; prüfen Sie den Pfad.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/proposal_commands.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept proposal</source>
            <translation>Vorschlag annehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/proposal_commands.py" />
            <source>Accept {n} proposals</source>
            <translation>{n} Vorschläge annehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/proposal_presenter.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Forget proposals</source>
            <translation>Vorschläge vergessen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/proposal_presenter.py" />
            <source>The search goes on; reject it once that has ended.</source>
            <translation>Die Suche läuft noch; lehnen Sie ihn ab, wenn sie fertig ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/proposal_presenter.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Reject proposal</source>
            <translation>Vorschlag ablehnen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>1 new mask accepted.</source>
            <translation>1 neue Maske angenommen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>{n} new masks accepted.</source>
            <translation>{n} neue Masken angenommen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>1 was changed or deleted meanwhile and stays.</source>
            <translation>1 wurde inzwischen geändert oder gelöscht und bleibt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>{n} were changed or deleted meanwhile and stay.</source>
            <translation>{n} wurden inzwischen geändert oder gelöscht und bleiben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>1 is locked and stays.</source>
            <translation>1 ist gesperrt und bleibt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>{n} are locked and stay.</source>
            <translation>{n} sind gesperrt und bleiben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept new mask</source>
            <translation>Neue Maske annehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>Accept {n} new masks</source>
            <translation>{n} neue Masken annehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>{title} (runs now)</source>
            <translation>{title} (läuft gerade)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>Wait until the engine is loaded</source>
            <translation>Warten Sie, bis die Engine geladen ist</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <location filename="../../sam_annotator/ui/state.py" />
            <source>There are no images</source>
            <translation>Es gibt keine Bilder</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>Loading {title}…</source>
            <translation>{title} wird geladen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>Ended: another engine was chosen.</source>
            <translation>Beendet: Eine andere Engine wurde gewählt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>The engine can't be loaded; choose another one.</source>
            <translation>Die Engine kann nicht geladen werden; wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>Image {n} of {total}</source>
            <translation>Bild {n} von {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>{words}, {time} left</source>
            <translation>{words}, noch {time}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>{others} of {answered} have another mask now.</source>
            <translation>{others} von {answered} haben jetzt eine andere Maske.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>No prompt was answered; the column State says why.</source>
            <translation>Kein Prompt wurde beantwortet; die Spalte Zustand sagt, warum.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>There is nothing to ask.</source>
            <translation>Es gibt nichts zu fragen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>Ended after image {n}. {words}</source>
            <translation>Nach Bild {n} beendet. {words}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>{words} {n} can't be answered.</source>
            <translation>{words} {n} können nicht beantwortet werden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_run.py" />
            <source>Another engine runs now; replay again to ask it.</source>
            <translation>Jetzt läuft eine andere Engine; wiederholen Sie die Prompts, um sie zu fragen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_run.py" />
            <source>The replay was ended before it.</source>
            <translation>Die Wiederholung wurde vorher beendet.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>Nothing more to review after this; the rest is before it.</source>
            <translation>Danach ist nichts mehr zu prüfen; der Rest steht davor.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>This is the last one.</source>
            <translation>Das ist das Letzte.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>Nothing more to review after this.</source>
            <translation>Danach ist nichts mehr zu prüfen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>This is the first one.</source>
            <translation>Das ist das Erste.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>Nothing more to review before this.</source>
            <translation>Davor ist nichts mehr zu prüfen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>Review annotation</source>
            <translation>Annotation prüfen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>Review image</source>
            <translation>Bild prüfen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/session_controller.py" />
            <source>This project is read-only: you can look, but not change it.</source>
            <translation>Dieses Projekt ist schreibgeschützt: Sie können es ansehen, aber nicht ändern.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/session_controller.py" />
            <source>The mask is empty; click on the object to add to it.</source>
            <translation>Die Maske ist leer; klicken Sie auf das Objekt, um etwas hinzuzufügen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/settings_controller.py" />
            <source>The settings can't be saved ({reason}); check the folder {folder}.</source>
            <translation>Die Einstellungen können nicht gespeichert werden ({reason}); prüfen Sie den Ordner {folder}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/settings_controller.py" />
            <source>The language changes at the next start.</source>
            <translation>Die Sprache ändert sich beim nächsten Start.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Not possible now</source>
            <translation>Jetzt nicht möglich</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>This project can only be looked at</source>
            <translation>Dieses Projekt kann nur angesehen werden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Open a project first</source>
            <translation>Öffnen Sie zuerst ein Projekt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Wait until the import or export ends</source>
            <translation>Warten Sie, bis Import oder Export fertig sind</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>This image has no annotations</source>
            <translation>Dieses Bild hat keine Annotationen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Select an annotation first</source>
            <translation>Wählen Sie zuerst eine Annotation aus</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Select one annotation first</source>
            <translation>Wählen Sie zuerst genau eine Annotation aus</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Select several annotations first</source>
            <translation>Wählen Sie zuerst mehrere Annotationen aus</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Add a category first</source>
            <translation>Fügen Sie zuerst eine Kategorie hinzu</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>This is the last image</source>
            <translation>Das ist das letzte Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>This is the first image</source>
            <translation>Das ist das erste Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Click an object first</source>
            <translation>Klicken Sie zuerst ein Objekt an</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>There is no other candidate</source>
            <translation>Es gibt keinen anderen Kandidaten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Take the brush or the eraser first</source>
            <translation>Nehmen Sie zuerst Pinsel oder Radierer</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>There is nothing to undo</source>
            <translation>Nichts rückgängig zu machen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>There is nothing to redo</source>
            <translation>Nichts wiederherzustellen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>All images are shown</source>
            <translation>Alle Bilder sind gezeigt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Start the review first</source>
            <translation>Beginnen Sie zuerst die Prüfung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Click an object first, or ask again in Inspect</source>
            <translation>Klicken Sie zuerst ein Objekt an oder fragen Sie unter Untersuchen neu</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Replay prompts first, and choose a row to decide</source>
            <translation>Wiederholen Sie zuerst Prompts und wählen Sie eine Zeile zum Entscheiden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Replay prompts first, and choose a row</source>
            <translation>Wiederholen Sie zuerst Prompts und wählen Sie eine Zeile</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Compare with a file or a project first</source>
            <translation>Vergleichen Sie zuerst mit einer Datei oder einem Projekt</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>There is no difference to go to</source>
            <translation>Es gibt keinen Unterschied, zu dem zu gehen wäre</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Choose a difference first</source>
            <translation>Wählen Sie zuerst einen Unterschied</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Segment everything first</source>
            <translation>Segmentieren Sie zuerst alles</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Take the tool for proposals first</source>
            <translation>Nehmen Sie zuerst das Werkzeug für Vorschläge</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Point at a proposal first</source>
            <translation>Zeigen Sie zuerst auf einen Vorschlag</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>Sorting the table…</source>
            <translation>Tabelle wird sortiert…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>Export the table</source>
            <translation>Tabelle exportieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>{n} rows are in {path}.</source>
            <translation>{n} Zeilen sind in {path}.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>Writing the table…</source>
            <translation>Tabelle wird geschrieben…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/tool_controller.py" />
            <source>The mask of the last click is still being made; try again when it is there.</source>
            <translation>Die Maske des letzten Klicks wird noch erstellt; versuchen Sie es noch einmal, wenn sie da ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/transfer_controller.py" />
            <source>Exporting to {name}…</source>
            <translation>Export nach {name}…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/transfer_controller.py" />
            <source>Reading {name}…</source>
            <translation>{name} wird gelesen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/transfer_controller.py" />
            <source>Another import or export is running; wait until it ends, then try again.</source>
            <translation>Ein anderer Import oder Export läuft; warten Sie, bis er endet, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/upgrade_controller.py" />
            <source>Upgrade mask to {title}</source>
            <translation>Maske auf {title} verbessern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/upgrade_controller.py" />
            <source>Upgrade {n} masks to {title}</source>
            <translation>{n} Masken auf {title} verbessern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/upgrade_controller.py" />
            <source>{n} mask upgraded by {title}</source>
            <translation>{n} Maske durch {title} verbessert</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/upgrade_controller.py" />
            <source>{n} masks upgraded by {title}</source>
            <translation>{n} Masken durch {title} verbessert</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>{name}, not found</source>
            <translation>{name}, nicht gefunden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>{name} (not found)</source>
            <translation>{name} (nicht gefunden)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Welcome</source>
            <translation>Willkommen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Or drop images, a folder or a project here.</source>
            <translation>Oder legen Sie Bilder, einen Ordner oder ein Projekt hier ab.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Remove {name} from the list</source>
            <translation>{name} aus der Liste entfernen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Label images with Segment Anything</source>
            <translation>Bilder annotieren mit Segment Anything</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Click an object, get its mask, press Enter. Start with a folder of images.</source>
            <translation>Objekt anklicken, Maske erhalten, Eingabe drücken. Beginnen Sie mit einem Bildordner.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Recent projects</source>
            <translation>Letzte Projekte</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <location filename="../../sam_annotator/ui/welcome_presenter.py" />
            <source>Clear list</source>
            <translation>Liste leeren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_presenter.py" />
            <source>{path} (not found)</source>
            <translation>{path} (nicht gefunden)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_job.py" />
            <source>The computer's memory is full; close other programs and try again.</source>
            <translation>Der Arbeitsspeicher ist voll; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_job.py" />
            <location filename="../../sam_annotator/worker/job.py" />
            <source>That failed ({reason}); try again.</source>
            <translation>Das ist fehlgeschlagen ({reason}); versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_loop.py" />
            <source>The engine can't be loaded</source>
            <translation>Die Engine kann nicht geladen werden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_loop.py" />
            <source>The image can't be encoded</source>
            <translation>Das Bild kann nicht kodiert werden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_loop.py" />
            <source>The click can't be answered</source>
            <translation>Der Klick kann nicht beantwortet werden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_loop.py" />
            <source>{what}: the computer's memory is full; close other programs and try again.</source>
            <translation>{what}: Der Arbeitsspeicher ist voll; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_loop.py" />
            <source>{what} ({reason}); try again or choose another engine.</source>
            <translation>{what} ({reason}); versuchen Sie es noch einmal oder wählen Sie eine andere Engine.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/image_loader.py" />
            <source>{name} can't be opened ({reason}); go on with the next image.</source>
            <translation>{name} kann nicht geöffnet werden ({reason}); gehen Sie zum nächsten Bild.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>New project…</source>
            <translation>Neues Projekt…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Make a project for a folder of images.</source>
            <translation>Ein Projekt für einen Bildordner anlegen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Open a project or a folder of images.</source>
            <translation>Ein Projekt oder einen Bildordner öffnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Open image…</source>
            <translation>Bild öffnen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Open one image and its folder.</source>
            <translation>Ein Bild und seinen Ordner öffnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Open demo project</source>
            <translation>Demoprojekt öffnen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Try it on a few photographs.</source>
            <translation>An einigen Fotos ausprobieren.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Look for new images</source>
            <translation>Nach neuen Bildern suchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Find images folder…</source>
            <translation>Bildordner suchen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say where the project's images are now.</source>
            <translation>Angeben, wo die Bilder des Projekts jetzt sind.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Import annotations…</source>
            <translation>Annotationen importieren…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Read a COCO file into the project.</source>
            <translation>Eine COCO-Datei in das Projekt einlesen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Export annotations…</source>
            <translation>Annotationen exportieren…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write the project or a part of it: COCO, masks, cut-outs, overlays.</source>
            <translation>Das Projekt oder einen Teil davon schreiben: COCO, Masken, Freisteller, Überlagerungen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Merge another project…</source>
            <translation>Anderes Projekt zusammenführen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add what another project or a COCO file has, and choose where both have an object.</source>
            <translation>Hinzufügen, was ein anderes Projekt oder eine COCO-Datei hat, und wählen, wo beide ein Objekt haben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Export agreement as a table…</source>
            <translation>Übereinstimmung als Tabelle exportieren…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write how far the two sets agree, for each image and category, as a CSV file.</source>
            <translation>Als CSV-Datei schreiben, wie weit die beiden Sätze übereinstimmen, für jedes Bild und jede Kategorie.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Export progress as tables…</source>
            <translation>Fortschritt als Tabellen exportieren…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write all annotations and the figures of each plot as CSV files.</source>
            <translation>Alle Annotationen und die Zahlen jedes Diagramms als CSV-Dateien schreiben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Export progress as pictures…</source>
            <translation>Fortschritt als Bilder exportieren…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write each plot of the progress as a PNG file.</source>
            <translation>Jedes Diagramm des Fortschritts als PNG-Datei schreiben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Import categories…</source>
            <translation>Kategorien importieren…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add the categories of a list: JSON, or names one to a line.</source>
            <translation>Die Kategorien einer Liste hinzufügen: JSON oder ein Name je Zeile.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Export categories…</source>
            <translation>Kategorien exportieren…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write the list of categories: JSON with colours, or names one to a line.</source>
            <translation>Die Liste der Kategorien schreiben: JSON mit Farben oder ein Name je Zeile.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Settings…</source>
            <translation>Einstellungen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take back the last click, or the last change.</source>
            <translation>Den letzten Klick oder die letzte Änderung zurücknehmen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Redo</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Cut</source>
            <translation>Ausschneiden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Copy the selected annotations and delete them.</source>
            <translation>Die ausgewählten Annotationen kopieren und löschen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Copy the selected annotations.</source>
            <translation>Die ausgewählten Annotationen kopieren.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add the annotations that were copied, at the same place.</source>
            <translation>Die kopierten Annotationen an derselben Stelle hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add a copy of the selected annotations.</source>
            <translation>Eine Kopie der ausgewählten Annotationen hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Copy all to next image</source>
            <translation>Alle ins nächste Bild kopieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add a copy of all annotations to the next image and go there.</source>
            <translation>Eine Kopie aller Annotationen ins nächste Bild setzen und dorthin gehen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>First image</source>
            <translation>Erstes Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Last image</source>
            <translation>Letztes Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go to image…</source>
            <translation>Zu Bild gehen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go to an image by its number or name.</source>
            <translation>Nach Nummer oder Name zu einem Bild gehen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next new image</source>
            <translation>Nächstes neues Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next flagged image</source>
            <translation>Nächstes markiertes Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next image with this category</source>
            <translation>Nächstes Bild mit dieser Kategorie</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go to the next image that contains the current category.</source>
            <translation>Zum nächsten Bild gehen, das die aktuelle Kategorie enthält.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Search images</source>
            <translation>Bilder suchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>List the images with a word in their name, tags or note.</source>
            <translation>Die Bilder mit einem Wort in Name, Schlagwörtern oder Notiz auflisten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show all images</source>
            <translation>Alle Bilder zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Clear the filter, and sort by name.</source>
            <translation>Filter löschen und nach Name sortieren.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Mark as done</source>
            <translation>Als erledigt markieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Flag</source>
            <translation>Markieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Note…</source>
            <translation>Notiz…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write a note on the image.</source>
            <translation>Eine Notiz zum Bild schreiben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Tags…</source>
            <translation>Schlagwörter…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Give the image words to find it by.</source>
            <translation>Dem Bild Wörter geben, unter denen es zu finden ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept mask</source>
            <translation>Maske übernehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep the mask, in the current category.</source>
            <translation>Die Maske in der aktuellen Kategorie behalten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Clear</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Clear the clicks, or the selection.</source>
            <translation>Die Klicks oder die Auswahl verwerfen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next candidate</source>
            <translation>Nächster Kandidat</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show the next of the candidate masks of an ambiguous click.</source>
            <translation>Den nächsten Kandidaten eines mehrdeutigen Klicks zeigen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Delete the selected annotations.</source>
            <translation>Die ausgewählten Annotationen löschen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Mark the selected annotations as a group of objects (iscrowd).</source>
            <translation>Die ausgewählten Annotationen als Gruppe von Objekten markieren (iscrowd).</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say that something stands before the selected annotations.</source>
            <translation>Angeben, dass etwas vor den ausgewählten Annotationen steht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say that the image's border cuts the selected annotations.</source>
            <translation>Angeben, dass der Bildrand die ausgewählten Annotationen abschneidet.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Edit attributes</source>
            <translation>Attribute bearbeiten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go to the attributes of the selected annotations; Esc goes back.</source>
            <translation>Zu den Attributen der ausgewählten Annotationen gehen; Esc führt zurück.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Note on annotation</source>
            <translation>Notiz zur Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write a note on the selected annotations.</source>
            <translation>Eine Notiz zu den ausgewählten Annotationen schreiben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Change category…</source>
            <translation>Kategorie ändern…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Give all annotations of one category to another: of the selection, the image or the project.</source>
            <translation>Allen Annotationen einer Kategorie eine andere geben: in Auswahl, Bild oder Projekt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say what the current category is a kind of.</source>
            <translation>Angeben, wovon die aktuelle Kategorie eine Art ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Key of the category…</source>
            <translation>Taste der Kategorie…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Choose the digit that gives the current category.</source>
            <translation>Die Ziffer wählen, die die aktuelle Kategorie gibt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say what else annotations of this project have.</source>
            <translation>Angeben, was Annotationen dieses Projekts sonst haben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go through annotations one by one, to accept or reject them.</source>
            <translation>Annotationen einzeln durchgehen und annehmen oder ablehnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept in review</source>
            <translation>In der Prüfung annehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Reject in review</source>
            <translation>In der Prüfung ablehnen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say what is wrong.</source>
            <translation>Sagen, was nicht stimmt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Fix, or back to the review</source>
            <translation>Berichtigen, oder zurück zur Prüfung</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Refine it by clicks; the same key goes back to the review.</source>
            <translation>Mit Klicks verfeinern; dieselbe Taste führt zur Prüfung zurück.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next to review</source>
            <translation>Nächstes zu prüfen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Previous</source>
            <translation>Voriges</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Skip what is reviewed</source>
            <translation>Geprüftes überspringen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Only what was rejected</source>
            <translation>Nur Abgelehntes</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Most doubtful first</source>
            <translation>Zweifelhafteste zuerst</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Begin with the masks that are most likely wrong.</source>
            <translation>Mit den Masken beginnen, die am ehesten falsch sind.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Image by image</source>
            <translation>Bild für Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Review images as a whole.</source>
            <translation>Bilder als Ganzes prüfen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Look for doubtful masks</source>
            <translation>Zweifelhafte Masken suchen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Ask the engine about every annotation, and note where it says otherwise.</source>
            <translation>Die Engine nach jeder Annotation fragen und festhalten, wo sie anderes sagt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Compare with a file…</source>
            <translation>Mit einer Datei vergleichen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Compare with a COCO file or a model's results; the file is only read.</source>
            <translation>Mit einer COCO-Datei oder Ergebnissen eines Modells vergleichen; die Datei wird nur gelesen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Compare with a project…</source>
            <translation>Mit einem Projekt vergleichen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Compare with what somebody else annotated; the project is only read.</source>
            <translation>Mit dem vergleichen, was jemand anderes annotiert hat; das Projekt wird nur gelesen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next difference</source>
            <translation>Nächster Unterschied</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go to the next worst difference.</source>
            <translation>Zum nächstschlimmsten Unterschied gehen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Previous difference</source>
            <translation>Voriger Unterschied</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Put theirs in the place of ours, and go to the next difference.</source>
            <translation>Die fremde an die Stelle der eigenen setzen und zum nächsten Unterschied gehen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Leave ours as it is, mark the difference as seen, and go to the next.</source>
            <translation>Die eigene lassen, den Unterschied als gesehen markieren und zum nächsten gehen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add theirs beside ours, and go to the next difference.</source>
            <translation>Die fremde neben die eigene setzen und zum nächsten Unterschied gehen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show theirs</source>
            <translation>Fremde zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw the masks of the other set, hatched.</source>
            <translation>Die Masken des anderen Satzes schraffiert zeichnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take theirs: all on this image</source>
            <translation>Fremde nehmen: alle auf diesem Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take theirs: all of this kind</source>
            <translation>Fremde nehmen: alle dieser Art</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep ours: all on this image</source>
            <translation>Eigene behalten: alle auf diesem Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep ours: all of this kind</source>
            <translation>Eigene behalten: alle dieser Art</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep both: all on this image</source>
            <translation>Beide behalten: alle auf diesem Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep both: all of this kind</source>
            <translation>Beide behalten: alle dieser Art</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep the selected annotations from changes, or no longer.</source>
            <translation>Die ausgewählten Annotationen vor Änderungen schützen, oder nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Don't draw the selected annotations; they are exported all the same.</source>
            <translation>Die ausgewählten Annotationen nicht zeichnen; exportiert werden sie trotzdem.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show all hidden</source>
            <translation>Alle verborgenen zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw the hidden annotations of this image again.</source>
            <translation>Die verborgenen Annotationen dieses Bildes wieder zeichnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Bring forward</source>
            <translation>Nach vorn</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw it above the next ones.</source>
            <translation>Über den nächsten zeichnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Send backward</source>
            <translation>Nach hinten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw it below the next ones.</source>
            <translation>Unter den nächsten zeichnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Bring to front</source>
            <translation>Ganz nach vorn</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw it above all others.</source>
            <translation>Über allen anderen zeichnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Send to back</source>
            <translation>Ganz nach hinten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw it below all others.</source>
            <translation>Unter allen anderen zeichnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move left</source>
            <translation>Nach links verschieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move right</source>
            <translation>Nach rechts verschieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move up</source>
            <translation>Nach oben verschieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move down</source>
            <translation>Nach unten verschieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move left by 10 pixels</source>
            <translation>Um 10 Pixel nach links verschieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move right by 10 pixels</source>
            <translation>Um 10 Pixel nach rechts verschieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move up by 10 pixels</source>
            <translation>Um 10 Pixel nach oben verschieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move down by 10 pixels</source>
            <translation>Um 10 Pixel nach unten verschieben</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next annotation</source>
            <translation>Nächste Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Select the next annotation of the image, and bring it into view.</source>
            <translation>Die nächste Annotation des Bildes auswählen und ins Bild holen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Previous annotation</source>
            <translation>Vorige Annotation</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Select the annotation before, and bring it into view.</source>
            <translation>Die Annotation davor auswählen und ins Bild holen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Join into one</source>
            <translation>Zu einer verbinden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Make one annotation of the selected ones, with all their parts.</source>
            <translation>Aus den ausgewählten eine Annotation mit allen Teilen machen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Make an annotation of each connected part.</source>
            <translation>Aus jedem zusammenhängenden Teil eine Annotation machen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add the others</source>
            <translation>Die anderen hinzufügen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Union: add the other selected masks to the one selected first; they stay.</source>
            <translation>Vereinigung: die anderen ausgewählten Masken zur zuerst ausgewählten hinzufügen; sie bleiben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Cut the others out</source>
            <translation>Die anderen ausschneiden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Difference: cut the other selected masks out of the one selected first; they stay.</source>
            <translation>Differenz: die anderen ausgewählten Masken aus der zuerst ausgewählten schneiden; sie bleiben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Intersection: leave of the mask selected first what lies in all others, too; they stay.</source>
            <translation>Schnitt: von der zuerst ausgewählten Maske bleibt, was in allen anderen liegt; diese bleiben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take what the selected masks cover away from all others.</source>
            <translation>Was die ausgewählten Masken bedecken, allen anderen wegnehmen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Let each new mask take its pixels from the others; no pixel belongs to two.</source>
            <translation>Jede neue Maske nimmt ihre Pixel den anderen weg; kein Pixel gehört zu zweien.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Clean up…</source>
            <translation>Bereinigen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Remove islands, fill holes, smooth, grow or shrink the selected masks, with a preview.</source>
            <translation>Inseln entfernen, Löcher füllen, glätten, vergrößern oder verkleinern, mit Vorschau.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Apply clean-up</source>
            <translation>Bereinigung anwenden</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Drop clean-up</source>
            <translation>Bereinigung verwerfen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Click and box</source>
            <translation>Klick und Rechteck</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Left click: this. Right click: not this. Drag: a box.</source>
            <translation>Linksklick: das. Rechtsklick: das nicht. Ziehen: ein Rechteck.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Select</source>
            <translation>Auswählen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Select annotations by clicking.</source>
            <translation>Annotationen durch Klicken auswählen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Paint the selected mask, or a new one.</source>
            <translation>Die ausgewählte Maske malen oder eine neue.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Eraser</source>
            <translation>Radierer</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Erase from the selected mask.</source>
            <translation>Von der ausgewählten Maske radieren.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Click corners and move them; Enter or double click applies. With Shift it cuts.</source>
            <translation>Ecken anklicken und verschieben; Eingabe oder Doppelklick wendet an. Mit Umschalt wird ausgeschnitten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Lasso</source>
            <translation>Lasso</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw around what to add. With Shift it is cut.</source>
            <translation>Umfahren, was dazukommt. Mit Umschalt wird es ausgeschnitten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Click a hole to fill it. Shift+click a part to remove it.</source>
            <translation>Ein Loch anklicken, um es zu füllen. Umschalt+Klick entfernt einen Teil.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move, add and remove vertices of the selected mask.</source>
            <translation>Ecken der ausgewählten Maske verschieben, hinzufügen und entfernen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Click a proposal to accept it, drag over several; right click rejects one.</source>
            <translation>Vorschlag anklicken nimmt ihn an, Ziehen mehrere; Rechtsklick lehnt ab.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Segment everything…</source>
            <translation>Alles segmentieren…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Find all objects of this image, of a box or of the project, to accept them one by one.</source>
            <translation>Alle Objekte dieses Bildes, eines Rechtecks oder des Projekts finden, um sie einzeln anzunehmen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Masks from boxes…</source>
            <translation>Masken aus Rechtecken…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Read a detector's boxes and make a mask of each.</source>
            <translation>Die Rechtecke eines Detektors lesen und aus jedem eine Maske machen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next proposal</source>
            <translation>Nächster Vorschlag</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go from proposal to proposal.</source>
            <translation>Von Vorschlag zu Vorschlag gehen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Previous proposal</source>
            <translation>Voriger Vorschlag</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept the proposal that is filled, into its category or the current one.</source>
            <translation>Den gefüllten Vorschlag annehmen, in seine Kategorie oder die aktuelle.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Drop the proposal that is filled.</source>
            <translation>Den gefüllten Vorschlag verwerfen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept all shown proposals</source>
            <translation>Alle gezeigten Vorschläge annehmen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Drop the proposals of this image.</source>
            <translation>Die Vorschläge dieses Bildes verwerfen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Replay prompts…</source>
            <translation>Prompts wiederholen…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Answer the stored clicks and boxes again, compare old and new masks, and accept or keep each.</source>
            <translation>Gespeicherte Klicks und Rechtecke neu beantworten, alte und neue Masken vergleichen und je annehmen oder behalten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Give the annotations chosen in Replay prompts their new masks.</source>
            <translation>Den unter Prompts wiederholen gewählten Annotationen ihre neuen Masken geben.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep old mask</source>
            <translation>Alte Maske behalten</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Leave the annotations chosen in Replay prompts as they are.</source>
            <translation>Die unter Prompts wiederholen gewählten Annotationen lassen, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Old, difference or new</source>
            <translation>Alt, Differenz oder neu</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw the old mask, the difference, or the new mask.</source>
            <translation>Die alte Maske, die Differenz oder die neue Maske zeichnen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Smaller brush</source>
            <translation>Kleinerer Pinsel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Larger brush</source>
            <translation>Größerer Pinsel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Fit image</source>
            <translation>Bild einpassen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Zoom to selection</source>
            <translation>Auf Auswahl zoomen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show what is selected, close up.</source>
            <translation>Das Ausgewählte aus der Nähe zeigen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Actual size</source>
            <translation>Originalgröße</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>One image pixel per pixel.</source>
            <translation>Ein Bildpixel pro Pixel.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Zoom in</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Zoom out</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show masks</source>
            <translation>Masken zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Fainter masks</source>
            <translation>Schwächere Masken</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Stronger masks</source>
            <translation>Stärkere Masken</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Preview on hover</source>
            <translation>Vorschau unter dem Zeiger</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Show what a click here would give.</source>
            <translation>Zeigen, was ein Klick hier ergäbe.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move a cursor over the image by the arrow keys; Enter clicks there.</source>
            <translation>Einen Cursor mit den Pfeiltasten über das Bild bewegen; Eingabe klickt dort.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>List the categories with a word in their name.</source>
            <translation>Die Kategorien mit einem Wort im Namen auflisten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Image only</source>
            <translation>Nur das Bild</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Hide the panels around the image.</source>
            <translation>Die Bereiche um das Bild ausblenden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Restore layout</source>
            <translation>Anordnung zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Put all panels back to where they were first.</source>
            <translation>Alle Bereiche dorthin zurück, wo sie anfangs waren.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Light or dark</source>
            <translation>Hell oder dunkel</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show progress</source>
            <translation>Fortschritt zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show how far the project is: images, annotations, time and sizes, in plots.</source>
            <translation>Zeigen, wie weit das Projekt ist: Bilder, Annotationen, Zeit und Größen in Diagrammen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show why a mask is as it is: candidates, logits, threshold, and what made it.</source>
            <translation>Zeigen, warum eine Maske so ist: Kandidaten, Logits, Schwelle und woraus sie entstand.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show logits</source>
            <translation>Logits zeigen</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show how sure the network is of each place, as colours on the image.</source>
            <translation>Als Farben im Bild zeigen, wie sicher sich das Netz an jeder Stelle ist.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show how far the project agrees with another set, and where it does not.</source>
            <translation>Zeigen, wie weit das Projekt mit einem anderen Satz übereinstimmt und wo nicht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show the numbers of all annotations, to sort, filter and export.</source>
            <translation>Die Zahlen aller Annotationen zeigen, zum Sortieren, Filtern und Exportieren.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Choose, download or load the network that makes the masks.</source>
            <translation>Das Netz, das die Masken macht, wählen, herunterladen oder laden.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Command palette…</source>
            <translation>Befehlspalette…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Choose the keys of every action.</source>
            <translation>Die Tasten aller Aktionen wählen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 1</source>
            <translation>Kategorie 1</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 2</source>
            <translation>Kategorie 2</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 3</source>
            <translation>Kategorie 3</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 4</source>
            <translation>Kategorie 4</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 5</source>
            <translation>Kategorie 5</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 6</source>
            <translation>Kategorie 6</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 7</source>
            <translation>Kategorie 7</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 8</source>
            <translation>Kategorie 8</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 9</source>
            <translation>Kategorie 9</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 0</source>
            <translation>Kategorie 0</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Theme</source>
            <translation>Farbschema</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Light or dark, or as the system says.</source>
            <translation>Hell, dunkel oder wie im System.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Of the window; counts from the next start.</source>
            <translation>Des Fensters; gilt ab dem nächsten Start.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Mask opacity</source>
            <translation>Deckkraft der Masken</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>How strongly masks are filled, from 0 to 1.</source>
            <translation>Wie stark Masken gefüllt sind, von 0 bis 1.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Moving outline</source>
            <translation>Bewegter Umriss</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Let the outline of a mask not yet accepted move.</source>
            <translation>Den Umriss einer noch nicht übernommenen Maske bewegen.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>The engine a project is opened with.</source>
            <translation>Die Engine, mit der ein Projekt geöffnet wird.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Where engines run; automatic takes a GPU if there is one.</source>
            <translation>Wo Engines laufen; automatisch nimmt eine GPU, wenn es eine gibt.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Automatic runs SAM as fast as this computer can, with the same masks but for rounding; float32 gives bit for bit what SamPredictor does.</source>
            <translation>Automatisch führt SAM so schnell aus, wie dieser Computer kann, mit denselben Masken bis auf Rundung; float32 liefert Bit für Bit, was SamPredictor liefert.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Encode ahead</source>
            <translation>Vorauskodieren</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Encode the next image while you work on this one.</source>
            <translation>Das nächste Bild kodieren, während Sie an diesem arbeiten.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Upgrade accepted drafts</source>
            <translation>Übernommene Entwürfe verbessern</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Replace a mask accepted as a draft by the chosen engine's, unless it was changed since; Undo brings it back.</source>
            <translation>Eine als Entwurf übernommene Maske durch die der gewählten Engine ersetzen, wenn sie nicht geändert wurde; Rückgängig bringt sie zurück.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Memory for embeddings (MB)</source>
            <translation>Speicher für Embeddings (MB)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Encoded images kept in memory, so that going back is instant.</source>
            <translation>Kodierte Bilder im Arbeitsspeicher, damit das Zurückgehen sofort geht.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Disk for embeddings (MB)</source>
            <translation>Platz für Embeddings (MB)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Encoded images kept on disk for the next start; 0 keeps none.</source>
            <translation>Kodierte Bilder auf dem Datenträger für den nächsten Start; 0 behält keine.</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Polygons in COCO files</source>
            <translation>Polygone in COCO-Dateien</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Write polygons where they decode to exactly the same pixels, else RLE.</source>
            <translation>Polygone schreiben, wo sie genau dieselben Pixel ergeben, sonst RLE.</translation>
        </message>
    </context>
</TS>
