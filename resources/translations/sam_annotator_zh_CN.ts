<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>sam_annotator</name>
        <message>
            <location filename="../../sam_annotator/app.py" />
            <source>Find…</source>
            <translation>查找…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/app.py" />
            <source>read-only</source>
            <translation>只读</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/app.py" />
            <source>{title} (read-only)</source>
            <translation>{title}（只读）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/app.py" />
            <source>No engine</source>
            <translation>无引擎</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/docks/compare_legend.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Ours</source>
            <translation>我方</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/docks/compare_legend.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Theirs</source>
            <translation>对方</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Pairs</source>
            <translation>配对</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/docks/compare_legend.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>Only ours</source>
            <translation>仅我方</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/docks/compare_legend.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>Only theirs</source>
            <translation>仅对方</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>Other category</source>
            <translation>类别不同</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Mean IoU</source>
            <translation>平均 IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Precision##share of the masks that are true</source>
            <translation>精确率</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <location filename="../../sam_annotator/ui/models/agreement_table.py" />
            <source>Recall</source>
            <translation>召回率</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <source>{category}: another mask, IoU {iou}</source>
            <translation>{category}：掩码不同，IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <source>{category} here, {other} there, IoU {iou}</source>
            <translation>此处为 {category}，对方为 {other}，IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <source>{category}: only here</source>
            <translation>{category}：仅此处有</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <source>{category}: only there</source>
            <translation>{category}：仅对方有</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/comparison.py" />
            <source>{text}, score {score}</source>
            <translation>{text}，分数 {score}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>its outline does not lie on edges of the image</source>
            <translation>轮廓未落在图像中的边缘上</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>the engine answers its prompts otherwise</source>
            <translation>引擎对其提示的响应不同</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>it may be two objects</source>
            <translation>可能是两个对象</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>it covers another annotation</source>
            <translation>覆盖了其他标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>its outline hangs on the threshold</source>
            <translation>轮廓取决于阈值</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>the engine is not sure of it</source>
            <translation>引擎对其没有把握</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/doubt.py" />
            <source>the candidates differ</source>
            <translation>候选之间有差异</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>it says two sizes</source>
            <translation>其中写有两种尺寸</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} is no file; take it out of the image folder, or go on with the next image.</source>
            <translation>{name} 不是文件；请将其移出图像文件夹，或继续处理下一张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} has {size} GB, more than the {most:.0f} GB this program takes; cut it into tiles, or go on with the next image.</source>
            <translation>{name} 有 {size} GB，超过本程序支持的 {most:.0f} GB；请将其切分为小块，或继续处理下一张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} is not where the project expects it; put it back at {path}, or go on with the next image.</source>
            <translation>{name} 不在项目所记录的位置；请将其放回 {path}，或继续处理下一张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} can't be opened ({reason}); check the file, or go on with the next image.</source>
            <translation>无法打开 {name}（{reason}）；请检查该文件，或继续处理下一张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} does not fit into this computer's memory; reduce it, or go on with the next image.</source>
            <translation>此计算机的内存容纳不下 {name}；请缩小该图像，或继续处理下一张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>no reason was given</source>
            <translation>未说明原因</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} can't be read as an image ({reason}); it is damaged or of another kind: replace it, or go on with the next image.</source>
            <translation>无法将 {name} 读取为图像（{reason}）；文件已损坏或属于其他类型：请替换它，或继续处理下一张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>{name} has {width} x {height} pixels, more than the {most} megapixels this program takes; cut it into tiles, or go on with the next image.</source>
            <translation>{name} 有 {width} x {height} 像素，超过本程序支持的 {most} 百万像素；请将其切分为小块，或继续处理下一张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>it has no pixels</source>
            <translation>没有像素</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>unknown kind</source>
            <translation>未知类型</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>empty file</source>
            <translation>空文件</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>its pixels can't be decoded</source>
            <translation>像素无法解码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>image file is truncated</source>
            <translation>图像文件不完整</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_io.py" />
            <source>values of type {kind}</source>
            <translation>值的类型为 {kind}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/image_write.py" />
            <source>{name} differs from what was to be written; nothing was kept, try another disk.</source>
            <translation>{name} 与应写入的内容不一致；未保留任何内容，请换用其他磁盘。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A mask has two dimensions, this array has {count}.</source>
            <translation>掩码应为二维，此数组为 {count} 维。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <location filename="../../sam_annotator/core/mask_region.py" />
            <source>A part of {w} x {h} pixels at ({x}, {y}) does not fit into the mask.</source>
            <translation>位于 ({x}, {y})、大小为 {w} x {h} 像素的部分超出掩码范围。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of an RLE must be integers.</source>
            <translation>RLE 的计数必须为整数。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of an RLE must be between 0 and height * width.</source>
            <translation>RLE 的计数必须介于 0 与 高 * 宽 之间。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of a compressed RLE hold a character that can't be there.</source>
            <translation>压缩 RLE 的计数中含有不允许的字符。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of its RLE are not in the form that this program writes.</source>
            <translation>其 RLE 的计数不是本程序写出的形式。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The polygons of a mask must be a list.</source>
            <translation>掩码的多边形必须为列表。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A polygon must be a list of numbers.</source>
            <translation>多边形必须为数字列表。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A polygon needs an even number of at least 6 numbers, this one has {count}.</source>
            <translation>多边形需要偶数个且不少于 6 个数字，此处有 {count} 个。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A polygon has a coordinate that is not finite or lies far outside the image.</source>
            <translation>多边形含有非有限的坐标，或坐标远在图像之外。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The polygons of a mask have outlines that are too long to be filled.</source>
            <translation>掩码的多边形轮廓过长，无法填充。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of a mask are damaged; delete the annotation and make it again.</source>
            <translation>掩码的数据已损坏；请删除该标注并重新制作。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>Masks of different sizes can't be compared: {one} and {other}.</source>
            <translation>无法比较不同尺寸的掩码：{one} 与 {other}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A mask's size must be [height, width], two integers above 0.</source>
            <translation>掩码尺寸必须为 [高, 宽]，即两个大于 0 的整数。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>A mask of {height} x {width} pixels is larger than this program takes.</source>
            <translation>{height} x {width} 像素的掩码超出本程序支持的大小。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of an RLE must sum to height * width ({height} x {width}).</source>
            <translation>RLE 的计数之和必须等于 高 * 宽（{height} x {width}）。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of a compressed RLE must be a string that is not empty.</source>
            <translation>压缩 RLE 的计数必须为非空字符串。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of a compressed RLE end in the middle of a number.</source>
            <translation>压缩 RLE 的计数在某个数字中间结束。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask.py" />
            <source>The counts of a compressed RLE hold a number that is too large.</source>
            <translation>压缩 RLE 的计数中含有过大的数字。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_algebra.py" />
            <source>Masks of different sizes can't be put together.</source>
            <translation>无法合并不同尺寸的掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_crops.py" />
            <location filename="../../sam_annotator/core/mask_region.py" />
            <source>Masks of different sizes can't be compared.</source>
            <translation>无法比较不同尺寸的掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>The first selected mask covers the others already.</source>
            <translation>最先选中的掩码已覆盖其他掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>The masks have no pixel in common.</source>
            <translation>这些掩码没有公共像素。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>The others cover the first selected mask whole: nothing would change.</source>
            <translation>其他掩码已完全覆盖最先选中的掩码：不会有任何变化。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>There are more than {count} parts; clean the mask up first, so that its specks go.</source>
            <translation>部分数量超过 {count}；请先清理掩码以去除斑点。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>There is nothing to split: all of it hangs together.</source>
            <translation>没有可拆分的内容：全部相连。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/mask_edits.py" />
            <source>A locked annotation can't be changed; unlock it first.</source>
            <translation>已锁定的标注无法更改；请先解锁。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>An attribute needs a name without spaces around it; type one.</source>
            <translation>属性需要名称，且首尾不能有空格；请输入。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>Every annotation has "{name}" already; choose another name.</source>
            <translation>每个标注都已有“{name}”；请选择其他名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>The attribute "{name}" is given twice; name it once.</source>
            <translation>属性“{name}”出现了两次；请只保留一个。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>The attribute "{name}" has nothing to choose from; add choices.</source>
            <translation>属性“{name}”没有可选项；请添加选项。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>The attribute "{name}" has a smallest number above its largest; swap them.</source>
            <translation>属性“{name}”的最小值大于最大值；请对调。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/options.py" />
            <source>The default of "{name}" is none of its values; choose another.</source>
            <translation>“{name}”的默认值不在其可选值之中；请另选。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/second_set.py" />
            <source>{n} image of the other project is not in this one: {names}.</source>
            <translation>另一项目的 {n} 张图像不在此项目中：{names}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/second_set.py" />
            <source>{n} images of the other project are not in this one: {names}.</source>
            <translation>另一项目的 {n} 张图像不在此项目中：{names}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/second_set.py" />
            <source>{n} image has another size in the other project: {names}.</source>
            <translation>{n} 张图像在另一项目中尺寸不同：{names}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/second_set.py" />
            <source>{n} images have another size in the other project: {names}.</source>
            <translation>{n} 张图像在另一项目中尺寸不同：{names}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>General</source>
            <translation>常规</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Drawing</source>
            <translation>绘制</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Engines</source>
            <translation>引擎</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Memory</source>
            <translation>内存</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>As the system says</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Automatic</source>
            <translation>自动</translation>
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
            <translation>CUDA（NVIDIA GPU）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>MPS (Apple GPU)</source>
            <translation>MPS（Apple GPU）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/words.py" />
            <source>{one}, {other}</source>
            <translation>{one}，{other}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/words.py" />
            <source>{one}, {other}##of things of one kind</source>
            <translation>{one}、{other}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/words.py" />
            <source>{one} {other}##of sentences</source>
            <translation>{one}{other}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/demo.py" />
            <source>The demo project can't be made in {folder} ({reason}); open a folder of images instead.</source>
            <translation>无法在 {folder} 中创建演示项目（{reason}）；请改为打开一个图像文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/demo.py" />
            <source>The demo's photographs come with scikit-image, which is not installed; open a folder instead.</source>
            <translation>演示照片随 scikit-image 提供，但它未安装；请改为打开一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic.py" />
            <source>The box lies outside the image; draw it on the image.</source>
            <translation>框位于图像之外；请在图像上绘制。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Points per side</source>
            <translation>每边点数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Clicks in a row and in a column of the grid; more find smaller objects.</source>
            <translation>网格每行和每列的点击数；越多越能找到小对象。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Lowest predicted IoU</source>
            <translation>最低预测 IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Masks the engine itself thinks little of are dropped.</source>
            <translation>丢弃引擎自身评价低的掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Lowest stability</source>
            <translation>最低稳定性</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Masks whose outline moves a lot with the threshold are dropped.</source>
            <translation>丢弃轮廓随阈值变化大的掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Smallest region (px)</source>
            <translation>最小区域 (px)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Holes and islands below this area are filled or taken away; 0 keeps all.</source>
            <translation>填充或移除小于此面积的孔洞和孤岛；0 表示全部保留。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Duplicates overlap</source>
            <translation>重复项重叠</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Of two masks whose boxes overlap more (IoU), the better one stays.</source>
            <translation>两个掩码的框重叠 (IoU) 超过此值时，保留较好的一个。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Layers of crops</source>
            <translation>裁剪层数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Looks again at 4, then 16, then 64 parts of the image, to find small objects; slow.</source>
            <translation>再依次查看图像的 4、16、64 个部分，以找到小对象；较慢。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Fewer points in crops</source>
            <translation>裁剪中减少点数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Divides the points per side from one layer of crops to the next.</source>
            <translation>每深入一层裁剪，每边点数除以此数。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Points at once</source>
            <translation>一次处理的点数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Clicks answered together; fewer take less memory.</source>
            <translation>一起处理的点击；越少占用内存越少。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Stability offset</source>
            <translation>稳定性偏移</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>How far the threshold is moved for the stability.</source>
            <translation>计算稳定性时阈值移动的幅度。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Duplicates of crops</source>
            <translation>裁剪间的重复项</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Likewise, between crops; the smaller crop's stays.</source>
            <translation>同上，用于不同裁剪之间；保留较小裁剪中的。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Overlap of crops</source>
            <translation>裁剪重叠</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Share of the image's shorter side.</source>
            <translation>占图像短边的比例。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>{points} points per side are too few to be divided by {factor} for each of {layers} layers of crops.</source>
            <translation>每边 {points} 个点太少，无法在 {layers} 层裁剪的每一层除以 {factor}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Quick</source>
            <translation>快速</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>A coarse grid: the large objects, in a quarter of the time.</source>
            <translation>粗网格：找到大对象，只用四分之一的时间。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Balanced</source>
            <translation>均衡</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>What Segment Anything does by itself.</source>
            <translation>Segment Anything 的默认方式。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Thorough</source>
            <translation>细致</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/automatic_options.py" />
            <source>Looks at four parts of the image too, is less strict, and cleans up specks; takes twice as long.</source>
            <translation>还会查看图像的四个部分，条件更宽松，并清除斑点；耗时加倍。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>An engine takes an RGB image as a uint8 array (H, W, 3); convert it first.</source>
            <translation>引擎需要 uint8 数组 (H, W, 3) 形式的 RGB 图像；请先转换。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>The image has no pixels; choose another image.</source>
            <translation>图像没有像素；请选择其他图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>The image was encoded by another engine; encode it again with this one.</source>
            <translation>该图像由其他引擎编码；请用此引擎重新编码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>The prompt is empty; give at least one point or a box.</source>
            <translation>提示为空；请至少给出一个点或一个框。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>mask_input has the shape {shape}, this engine takes {expected}; give back low_res_logits of one of its own predictions.</source>
            <translation>mask_input 的形状为 {shape}，此引擎需要 {expected}；请传回它自己某次预测的 low_res_logits。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/base.py" />
            <source>mask_input holds numbers that are not finite; go on without it.</source>
            <translation>mask_input 含有非有限数值；请不使用它继续。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/checkpoints.py" />
            <source>There is no file {path}; choose the checkpoint again.</source>
            <translation>文件 {path} 不存在；请重新选择检查点。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/checkpoints.py" />
            <source>The choice can't be kept in {folder} ({reason}); make that folder writable.</source>
            <translation>无法将选择保存到 {folder}（{reason}）；请使该文件夹可写。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/checkpoints.py" />
            <source>The checkpoint {path} can't be read ({reason}); choose the file again, or download it.</source>
            <translation>无法读取检查点 {path}（{reason}）；请重新选择文件或下载。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/checkpoints.py" />
            <source>{title} needs no download; choose it in the list of engines.</source>
            <translation>{title} 无需下载；请在引擎列表中选择它。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{url} is no web address; give one that begins with https://.</source>
            <translation>{url} 不是网址；请给出以 https:// 开头的地址。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{name} is being downloaded by another window; wait for that one.</source>
            <translation>另一个窗口正在下载 {name}；请等待其完成。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The file at {url} has {total} bytes instead of {size_bytes}, so it is another one; try again later, or choose a file you have.</source>
            <translation>{url} 的文件为 {total} 字节而非 {size_bytes} 字节，因此不是所需文件；请稍后再试，或选择已有文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The download was cancelled; start it again to go on where it stopped.</source>
            <translation>下载已取消；再次开始即可从中断处继续。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The connection broke off after {done:.0f} of {total:.0f} MB; start the download again to go on from there.</source>
            <translation>连接在 {done:.0f} / {total:.0f} MB 处中断；再次开始下载即可继续。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The server sent another part of the file than asked for; start the download again.</source>
            <translation>服务器发送的不是所请求的文件部分；请重新开始下载。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{name} arrived damaged (its sha256 is not the published one) and was deleted; start the download again.</source>
            <translation>{name} 下载后已损坏（sha256 与公布值不符）并已删除；请重新开始下载。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The disk of {folder} is full; make room and start the download again.</source>
            <translation>{folder} 所在磁盘已满；请腾出空间后重新开始下载。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The disk of {folder} is full, {needed:.0f} MB more are needed; make room and start the download again.</source>
            <translation>{folder} 所在磁盘已满，还需要 {needed:.0f} MB；请腾出空间后重新开始下载。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{host} has no file {name} any more ({status}); choose a file you have instead.</source>
            <translation>{host} 上已没有文件 {name}（{status}）；请改为选择已有文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{host} refused the download ({status}); try again later, or choose a file you have.</source>
            <translation>{host} 拒绝了下载（{status}）；请稍后再试，或选择已有文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>The connection broke off; start the download again to go on from where it stopped.</source>
            <translation>连接中断；再次开始下载即可从中断处继续。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{host} can't be reached ({reason}); check the network and start the download again.</source>
            <translation>无法连接 {host}（{reason}）；请检查网络后重新开始下载。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/download.py" />
            <source>{name} can't be written to {folder} ({reason}); make that folder writable and start the download again.</source>
            <translation>无法将 {name} 写入 {folder}（{reason}）；请使该文件夹可写后重新开始下载。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/embed_ahead.py" />
            <source>The folder {folder} can't be written ({reason}); make room, or choose another.</source>
            <translation>无法写入文件夹 {folder}（{reason}）；请腾出空间或另选文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/fake.py" />
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Fake (colour likeness)</source>
            <translation>模拟（颜色相似度）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/fast_sam.py" />
            <source>{title} gives no finite numbers in {precision}; set the precision to float32 in the settings.</source>
            <translation>{title} 在 {precision} 下给出非有限数值；请在设置中将精度设为 float32。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/reading_ahead.py" />
            <source>{name} can't be opened ({reason}); check the file.</source>
            <translation>无法打开 {name}（{reason}）；请检查该文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>{title} needs its checkpoint {file_name}, which is not on this computer; download it in the list of engines, or choose a file.</source>
            <translation>{title} 需要检查点 {file_name}，但此计算机上没有；请在引擎列表中下载，或选择文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Built-in</source>
            <translation>内置</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Comes with the program; quick on any computer.</source>
            <translation>随程序提供；在任何计算机上都很快。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Segment Anything, smallest; a few seconds for an image without a GPU.</source>
            <translation>Segment Anything 最小模型；无 GPU 时每张图像需几秒。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Segment Anything, better outlines; best with a GPU.</source>
            <translation>Segment Anything，轮廓更好；最好使用 GPU。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Segment Anything, best outlines; needs a GPU to be quick.</source>
            <translation>Segment Anything，轮廓最佳；需要 GPU 才能快速运行。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>Fake</source>
            <translation>模拟</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>No network, only likeness of colours; for trying the program and for tests.</source>
            <translation>不使用网络，仅按颜色相似度；用于试用程序和测试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/registry.py" />
            <source>There is no engine "{engine_id}"; choose one of {known}.</source>
            <translation>没有引擎“{engine_id}”；请从 {known} 中选择。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>It is locked; unlock it to change it.</source>
            <translation>它已锁定；请先解锁再更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>It has no prompts: it was painted or imported.</source>
            <translation>它没有提示：由涂抹或导入得到。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>{engine} has made it already.</source>
            <translation>它已由“{engine}”生成。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>The engine can't give the mask at the threshold that was set for it.</source>
            <translation>引擎无法按为其设定的阈值给出掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>{name} has another size than the mask; put the old file back.</source>
            <translation>{name} 的尺寸与掩码不同；请放回旧文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>It was edited by hand, and the engine or checkpoint that made it is not here to compare.</source>
            <translation>它经过手动编辑，而生成它的引擎或检查点不在此处，无法比较。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>{engine} finds nothing there.</source>
            <translation>{engine} 在该处未找到任何对象。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/replaying.py" />
            <source>The new mask has an IoU of {iou} with the old one.</source>
            <translation>新掩码与旧掩码的 IoU 为 {iou}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>The image is too thin for {title}; crop it, or choose another image.</source>
            <translation>图像对 {title} 来说过窄；请裁剪，或选择其他图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>The weights of the built-in engine are missing ({weights}); install the program again, or choose another engine.</source>
            <translation>缺少内置引擎的权重（{weights}）；请重新安装程序，或选择其他引擎。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>{name} is damaged or does not fit this version ({detail}); install the program again, or choose another engine.</source>
            <translation>{name} 已损坏或与此版本不符（{detail}）；请重新安装程序，或选择其他引擎。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>There is no device "{device}"; choose auto, cpu, cuda or mps.</source>
            <translation>没有设备“{device}”；请选择 auto、cpu、cuda 或 mps。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>No CUDA GPU can be used on this computer; choose the device auto or cpu.</source>
            <translation>此计算机上没有可用的 CUDA GPU；请选择设备 auto 或 cpu。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>No Apple GPU can be used on this computer; choose the device auto or cpu.</source>
            <translation>此计算机上没有可用的 Apple GPU；请选择设备 auto 或 cpu。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>The GPU's memory is too small for {title}; set the device to cpu, or choose a smaller engine.</source>
            <translation>GPU 显存不足以运行 {title}；请将设备设为 cpu，或选择更小的引擎。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/sam.py" />
            <source>The computer's memory is too small for {title}; close other programs, or choose a smaller engine.</source>
            <translation>计算机内存不足以运行 {title}；请关闭其他程序，或选择更小的引擎。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>The checkpoint {checkpoint} can't be opened ({reason}); choose the file again, or download it.</source>
            <translation>无法打开检查点 {checkpoint}（{reason}）；请重新选择文件或下载。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{checkpoint} is a folder; choose the checkpoint file in it.</source>
            <translation>{checkpoint} 是文件夹；请选择其中的检查点文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} is empty; download it again, or choose another file.</source>
            <translation>{name} 为空；请重新下载或选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} holds more than weights, and is not opened since such a file can run code; save its state_dict alone, or choose another file.</source>
            <translation>{name} 不只含有权重；此类文件可能执行代码，因此不予打开；请仅保存其 state_dict，或选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} is damaged or no checkpoint; download it again, or choose another file.</source>
            <translation>{name} 已损坏或不是检查点；请重新下载或选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} holds no weights by name; choose a Segment Anything checkpoint.</source>
            <translation>{name} 不含具名权重；请选择 Segment Anything 检查点。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} is no Segment Anything checkpoint of {engine_id}; choose another file, or download the official.</source>
            <translation>{name} 不是 {engine_id} 的 Segment Anything 检查点；请选择其他文件，或下载官方文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} is a checkpoint of {found}, not of {engine_id}; choose the engine {found} for it, or another file.</source>
            <translation>{name} 是 {found} 的检查点，而非 {engine_id} 的；请为它选择引擎 {found}，或选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{first} is missing</source>
            <translation>缺少 {first}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{first} has another size</source>
            <translation>{first} 的尺寸不同</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{reason}, and {n} more do not fit</source>
            <translation>{reason}，另有 {n} 项不符</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/engine/weights.py" />
            <source>{name} does not fit {engine_id} ({reason}); choose another file.</source>
            <translation>{name} 与 {engine_id} 不符（{reason}）；请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <source>Wrote {images_out} of {images}, {annotations_out} of {annotations} and {categories} to {name}.</source>
            <translation>已写入 {name}：{images}中的 {images_out}，{annotations}中的 {annotations_out}，以及 {categories}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <source>{annotations} and {categories} added</source>
            <translation>已添加 {annotations}和 {categories}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <source>{text}, {n} already there</source>
            <translation>{text}，{n} 个已存在</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <source>{text}, {n} skipped because they do not fit</source>
            <translation>{text}，{n} 个因不符而跳过</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <source>{text}.</source>
            <translation>{text}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} image</source>
            <translation>{n} 张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} images</source>
            <translation>{n} 张图像</translation>
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
            <translation>{n} 个标注</translation>
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
            <translation>{n} 个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>{n} category</source>
            <translation>{n} 个类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/base.py" />
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>{n} categories</source>
            <translation>{n} 个类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <source>{name} holds no categories; choose another file.</source>
            <translation>{name} 中没有类别；请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <source>Categories are written to .json, .txt or .csv; choose another name.</source>
            <translation>类别可写入 .json、.txt 或 .csv；请选择其他名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <location filename="../../sam_annotator/formats/refusals.py" />
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>{path} can't be written ({reason}); choose another place.</source>
            <translation>无法写入 {path}（{reason}）；请选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <source>{name} is no list of categories; choose another file.</source>
            <translation>{name} 不是类别列表；请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <source>Category {n} of {name} has no name; correct the file.</source>
            <translation>{name} 中的类别 {n} 没有名称；请更正该文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{name} is not valid UTF-8 text; save it as UTF-8.</source>
            <translation>{name} 不是有效的 UTF-8 文本；请另存为 UTF-8。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/category_list.py" />
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{path} can't be read ({reason}); check the file.</source>
            <translation>无法读取 {path}（{reason}）；请检查该文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco.py" />
            <source>Polygons where they decode to exactly the same pixels</source>
            <translation>在能还原完全相同像素处使用多边形</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco.py" />
            <source>Masks with holes, and all without this choice, are written as RLE.</source>
            <translation>有孔的掩码写为 RLE；不选此项时全部写为 RLE。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco.py" />
            <source>COCO instances (JSON)</source>
            <translation>COCO 实例 (JSON)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{what} has no file_name.</source>
            <translation>{what} 没有 file_name。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{what} ({name}) has a path that leads out of the image folder.</source>
            <translation>{what}（{name}）的路径指向图像文件夹之外。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{name} is {other} in this project: the same file elsewhere.</source>
            <translation>{name} 在此项目中是 {other}：同一文件，位置不同。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{name} was taken for {other}.</source>
            <translation>{name} 被视为 {other}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{what} ({name}) is not in this project.</source>
            <translation>{what}（{name}）不在此项目中。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{name} was taken for {file_name}: the only one of that name.</source>
            <translation>{name} 被视为 {file_name}：唯一同名的文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_match.py" />
            <source>{what} could be any of {n} images of that name.</source>
            <translation>{what} 可能是 {n} 张同名图像中的任意一张。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{name} does not fit this project, nothing was imported: {reason}; correct the file, or import it again and skip what does not fit.</source>
            <translation>{name} 与此项目不符，未导入任何内容：{reason}；请更正文件，或重新导入并跳过不符的内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{name} does not fit this project, nothing was imported: {reason} and {n} more; correct the file, or import it again and skip what does not fit.</source>
            <translation>{name} 与此项目不符，未导入任何内容：{reason}，以及另外 {n} 项；请更正文件，或重新导入并跳过不符的内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{name} is no COCO instances file (a list of results?); choose another file.</source>
            <translation>{name} 不是 COCO instances 文件（是结果列表？）；请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{name} is no COCO instances file: it has no list "{key}"; choose another file.</source>
            <translation>{name} 不是 COCO instances 文件：缺少列表“{key}”；请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Image record {number}</source>
            <translation>图像记录 {number}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Image {id}</source>
            <translation>图像 {id}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Image {id} ({name}) is {file_name} a second time.</source>
            <translation>图像 {id}（{name}）与 {file_name} 重复。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{file_name} is not the same file that the annotations were made on.</source>
            <translation>{file_name} 不是制作标注时所用的文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} ({file_name}) has no width and height.</source>
            <translation>{what}（{file_name}）没有宽和高。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} ({file_name}) can't be read on this computer.</source>
            <translation>{what}（{file_name}）无法在此计算机上读取。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} ({name}) has {width} x {height} pixels in the file and {image_width} x {image_height} in this project; the file was made without its EXIF rotation.</source>
            <translation>{what}（{name}）在文件中为 {width} x {height} 像素，在此项目中为 {image_width} x {image_height}；该文件制作时未应用 EXIF 旋转。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} ({name}) has {width} x {height} pixels in the file and {image_width} x {image_height} in this project.</source>
            <translation>{what}（{name}）在文件中为 {width} x {height} 像素，在此项目中为 {image_width} x {image_height}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Category record {number}</source>
            <translation>类别记录 {number}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Category {id} has no name.</source>
            <translation>类别 {id} 没有名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Category {id} has the name of another one ({name}).</source>
            <translation>类别 {id} 与另一类别同名（{name}）。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Category {id} ({name}) has a supercategory that is no text.</source>
            <translation>类别 {id}（{name}）的上级类别不是文本。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Annotation record {number}</source>
            <translation>标注记录 {number}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Kept iscrowd 1 of {n} annotation, as the file says; trainers pass over it.</source>
            <translation>按文件所写保留了 {n} 个标注的 iscrowd 1；训练程序会忽略它。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Kept iscrowd 1 of {n} annotations, as the file says; trainers pass over them.</source>
            <translation>按文件所写保留了 {n} 个标注的 iscrowd 1；训练程序会忽略它们。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Took the review of {n} annotation that was there already.</source>
            <translation>已为 {n} 个原有的标注采用文件中的审核结果。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>Took the review of {n} annotations that were there already.</source>
            <translation>已为 {n} 个原有的标注采用文件中的审核结果。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>The import was cancelled; nothing was changed.</source>
            <translation>导入已取消；未作任何更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Annotation {id}</source>
            <translation>标注 {id}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} is on image {id}, which is not there or does not fit.</source>
            <translation>{what} 属于图像 {id}，而该图像不存在或不符。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} is of category {id}, which is not there or does not fit.</source>
            <translation>{what} 属于类别 {id}，而该类别不存在或不符。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has iscrowd {value}, which is neither 0 nor 1.</source>
            <translation>{what} 的 iscrowd 为 {value}，既不是 0 也不是 1。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} can't be used. {reason}</source>
            <translation>{what} 无法使用。{reason}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has an area that is no number.</source>
            <translation>{what} 的 area 不是数字。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has a bbox that is not four numbers.</source>
            <translation>{what} 的 bbox 不是四个数字。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has a score that is no number.</source>
            <translation>{what} 的 score 不是数字。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has a provenance that can't be read in "{key}".</source>
            <translation>{what} 在“{key}”中的来源信息无法读取。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} is no object.</source>
            <translation>{what} 不是对象。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has no whole number as id.</source>
            <translation>{what} 的 id 不是整数。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_read.py" />
            <source>{what} has the id {id} of another one.</source>
            <translation>{what} 的 id {id} 与另一项相同。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_said.py" />
            <source>The attribute "{name}" is defined otherwise in the file; this project's stays.</source>
            <translation>文件中属性“{name}”的定义不同；保留此项目的定义。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_said.py" />
            <source>{n} definition of an attribute can't be read and was left out.</source>
            <translation>{n} 个属性定义无法读取，已略过。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_said.py" />
            <source>{n} definitions of attributes can't be read and were left out.</source>
            <translation>{n} 个属性定义无法读取，已略过。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_second.py" />
            <source>Images without a result are not compared: a list of results does not name them.</source>
            <translation>没有结果的图像不参与比较：结果列表不会列出它们。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_second.py" />
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{name} is no list of COCO results; choose another file.</source>
            <translation>{name} 不是 COCO 结果列表；请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_segmentation.py" />
            <source>It has no segmentation; a box alone is no mask.</source>
            <translation>它没有分割数据；仅有框不构成掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_segmentation.py" />
            <source>Its segmentation has no pixels.</source>
            <translation>其分割数据没有像素。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_segmentation.py" />
            <source>The size of its RLE is not [height, width].</source>
            <translation>其 RLE 的 size 不是 [高, 宽]。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_segmentation.py" />
            <source>Its RLE is for an image of {width} x {height} pixels, this one has {image_width} x {image_height}.</source>
            <translation>其 RLE 对应 {width} x {height} 像素的图像，而此图像为 {image_width} x {image_height}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_segmentation.py" />
            <source>The counts of its RLE are neither a string nor a list.</source>
            <translation>其 RLE 的 counts 既不是字符串也不是列表。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>{name} is missing on disk; its annotations were written.</source>
            <translation>磁盘上缺少 {name}；其标注已写入。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>{path} is a folder; give the name of a file in it.</source>
            <translation>{path} 是文件夹；请给出其中的文件名。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>There is no folder {folder}; make it first, or choose another place.</source>
            <translation>文件夹 {folder} 不存在；请先创建，或选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>{name} is there already and no COCO file; choose a name that ends in .json.</source>
            <translation>{name} 已存在且不是 COCO 文件；请选择以 .json 结尾的名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>what stands around the records</source>
            <translation>记录之外的内容</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>the {key}</source>
            <translation>{key}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>what is no JSON ({reason})</source>
            <translation>不是 JSON 的内容（{reason}）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>annotation {id}</source>
            <translation>标注 {id}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/coco_write.py" />
            <source>The file that was written differs from the project in {what}; nothing was kept, try again.</source>
            <translation>写入的文件与项目不一致：{what}；未保留任何内容，请重试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>Frame</source>
            <translation>画面范围</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>What each picture shows: the box around the object, or the whole image.</source>
            <translation>每张图片显示的内容：对象周围的框，或整张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Box around the object</source>
            <translation>框住对象</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>Whole image</source>
            <translation>整张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>A folder for each category</source>
            <translation>每个类别一个文件夹</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>As programs want it that learn to tell categories apart.</source>
            <translation>适合学习区分类别的程序。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/cutouts.py" />
            <source>Cut-outs (transparent PNG)</source>
            <translation>抠图（透明 PNG）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>COCO (results or instances)</source>
            <translation>COCO（结果或实例）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>YOLO (a text file for each image)</source>
            <translation>YOLO（每张图像一个文本文件）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} box is on an image that is not in this project: {where}.</source>
            <translation>{n} 个框所在的图像不在此项目中：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} boxes are on images that are not in this project: {where}.</source>
            <translation>{n} 个框所在的图像不在此项目中：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} box is of a category that is not known here: {where}.</source>
            <translation>{n} 个框的类别在此未知：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} boxes are of categories that are not known here: {where}.</source>
            <translation>{n} 个框的类别在此未知：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} box is on an image that can't be read on this computer: {where}.</source>
            <translation>{n} 个框所在的图像无法在此计算机上读取：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} boxes are on images that can't be read on this computer: {where}.</source>
            <translation>{n} 个框所在的图像无法在此计算机上读取：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} record has no box of four numbers, with width and height above 0: {where}.</source>
            <translation>{n} 条记录没有由四个数字组成且宽高大于 0 的框：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} records have no box of four numbers, with width and height above 0: {where}.</source>
            <translation>{n} 条记录没有由四个数字组成且宽高大于 0 的框：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} box has a score that is no number: {where}.</source>
            <translation>{n} 个框的分数不是数字：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} boxes have scores that are no numbers: {where}.</source>
            <translation>{n} 个框的分数不是数字：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} box lies outside its image: {where}.</source>
            <translation>{n} 个框位于图像之外：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{n} boxes lie outside their images: {where}.</source>
            <translation>{n} 个框位于图像之外：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>There is no file {path}; check the path.</source>
            <translation>文件 {path} 不存在；请检查路径。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>{name} is a folder; give the COCO file in it.</source>
            <translation>{name} 是文件夹；请给出其中的 COCO 文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>There is no format "{format}" for boxes; choose coco or yolo.</source>
            <translation>框没有格式“{format}”；请选择 coco 或 yolo。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections.py" />
            <source>record {n}</source>
            <translation>记录 {n}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} line is not a class and four or five numbers: {where}.</source>
            <translation>{n} 行不是一个类别加四或五个数字：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} lines are not a class and four or five numbers: {where}.</source>
            <translation>{n} 行不是一个类别加四或五个数字：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} line is an outline, not a box: {where}.</source>
            <translation>{n} 行是轮廓而不是框：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} lines are outlines, not boxes: {where}.</source>
            <translation>{n} 行是轮廓而不是框：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} box is not in shares of the image, 0 to 1, as YOLO has them: {where}.</source>
            <translation>{n} 个框不是按 YOLO 的方式以图像比例 0 到 1 表示：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} boxes are not in shares of the image, 0 to 1, as YOLO has them: {where}.</source>
            <translation>{n} 个框不是按 YOLO 的方式以图像比例 0 到 1 表示：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} box has a score that is not between 0 and 1: {where}.</source>
            <translation>{n} 个框的分数不在 0 与 1 之间：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} boxes have scores that are not between 0 and 1: {where}.</source>
            <translation>{n} 个框的分数不在 0 与 1 之间：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} file can't be read as text: {where}.</source>
            <translation>{n} 个文件无法作为文本读取：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{n} files can't be read as text: {where}.</source>
            <translation>{n} 个文件无法作为文本读取：{where}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>There are no text files in {folder}; give the folder of YOLO's labels.</source>
            <translation>{folder} 中没有文本文件；请给出 YOLO 标签的文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{file} line {n}</source>
            <translation>{file} 第 {n} 行</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>There is no data.yaml or classes.txt; the classes were taken for those of the project: {words}.</source>
            <translation>没有 data.yaml 或 classes.txt；已将类别视为项目的类别：{words}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{name} is no text file of names or boxes; choose another.</source>
            <translation>{name} 不是名称或框的文本文件；请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/detections_yolo.py" />
            <source>{name} has no names of classes; give a list with one on each line.</source>
            <translation>{name} 中没有类别名称；请给出每行一个名称的列表。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>Images without annotations, too</source>
            <translation>包括没有标注的图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>Those marked as done are written in any case: nothing is on them.</source>
            <translation>标记为已完成的始终写出：其上没有对象。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>its file has another size than its masks; put the old file back</source>
            <translation>其文件尺寸与掩码不同；请放回旧文件</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>1 image has no annotations and is not among them; an option writes it, too.</source>
            <translation>1 张图像没有标注，未写出；可用选项一并写出。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>{n} images have no annotations and are not among them; an option writes them, too.</source>
            <translation>{n} 张图像没有标注，未写出；可用选项一并写出。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>Image {id} ({name}) was left out: {why}.</source>
            <translation>图像 {id}（{name}）未写入：{why}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>{path} is a file; give the name of a new folder.</source>
            <translation>{path} 是文件；请给出新文件夹的名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>The folder {path} is not empty, and nothing is overwritten; give the name of a new one.</source>
            <translation>文件夹 {path} 不为空，且不会覆盖任何内容；请给出新文件夹的名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>{path} lies in the folder of images, where pictures would become images of the project; choose another place.</source>
            <translation>{path} 位于图像文件夹中，写出的图片会变成项目的图像；请选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/folder_export.py" />
            <source>There is something at {path} now; give the name of a new folder.</source>
            <translation>{path} 处现已有内容；请给出新文件夹的名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/no_reading.py" />
            <source>{name} is of a kind that is exported only; import a COCO file.</source>
            <translation>{name} 属于仅供导出的类型；请导入 COCO 文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>Masks</source>
            <translation>掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>As an array of yes and no for each pixel, or as run lengths, which need little memory to read.</source>
            <translation>每个像素为是或否的数组，或读取时占用内存少的游程。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>Pixels (N, H, W)</source>
            <translation>像素 (N, H, W)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>Run lengths</source>
            <translation>游程</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>Logits</source>
            <translation>Logits</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>They are not kept with a project: the engine that made a mask answers its prompts again, which takes time.</source>
            <translation>项目中不保存 logits：由生成掩码的引擎重新响应其提示，需要时间。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>From the engine</source>
            <translation>来自引擎</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>Arrays (NumPy NPZ)</source>
            <translation>数组 (NumPy NPZ)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>There is no engine to ask for logits; export without them, or choose an engine.</source>
            <translation>没有可提供 logits 的引擎；请不带 logits 导出，或选择引擎。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>{n} annotations have no logits: they have no prompts, or the engine that made them is not here.</source>
            <translation>{n} 个标注没有 logits：它们没有提示，或生成它们的引擎不在此处。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/npz.py" />
            <source>1 annotation has no logits: it has no prompts, or the engine that made it is not here.</source>
            <translation>1 个标注没有 logits：它没有提示，或生成它的引擎不在此处。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Fill (%)</source>
            <translation>填充 (%)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>How strongly masks are filled; 0 leaves the fill out.</source>
            <translation>掩码填充的浓度；0 表示不填充。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Outlines</source>
            <translation>轮廓</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Draw the outline of each mask.</source>
            <translation>绘制每个掩码的轮廓。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Legend</source>
            <translation>图例</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Name the categories on the image in its top left corner.</source>
            <translation>在图像左上角列出类别。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/overlay.py" />
            <source>Overlays (PNG)</source>
            <translation>叠加图 (PNG)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/painted.py" />
            <source>1 annotation is partly covered by others: a pixel holds the upper one only.</source>
            <translation>1 个标注被其他标注部分覆盖：每个像素只保存最上层的标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/painted.py" />
            <source>{n} annotations are partly covered by others: a pixel holds the upper one only.</source>
            <translation>{n} 个标注被其他标注部分覆盖：每个像素只保存最上层的标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_instances.py" />
            <source>Instance masks (16-bit PNG)</source>
            <translation>实例掩码（16 位 PNG）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_instances.py" />
            <source>{name} has {count} annotations, and a 16-bit PNG holds {most}; export fewer of them, or as COCO.</source>
            <translation>{name} 有 {count} 个标注，而 16 位 PNG 最多容纳 {most} 个；请减少导出数量，或导出为 COCO。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>Values</source>
            <translation>像素值</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>What stands for a category: its id, or its place in the list, from 1. 0 is background.</source>
            <translation>用什么表示类别：其 id，或在列表中的位置（从 1 开始）。0 为背景。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>Category ids</source>
            <translation>类别 id</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>1, 2, 3, … in the order of the ids</source>
            <translation>1, 2, 3, … 按 id 顺序</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>Colours of the categories as a palette</source>
            <translation>以类别颜色为调色板</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>Viewers then show colours; without it files are grey, as OpenCV wants them. Only files of 8 bits have one.</source>
            <translation>看图程序会显示颜色；否则文件为灰度，适合 OpenCV。仅 8 位文件有调色板。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>Semantic masks (PNG)</source>
            <translation>语义掩码 (PNG)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>The category id {id} is above {most}, which a PNG can't hold; number them in their order (--values order).</source>
            <translation>类别 id {id} 大于 {most}，PNG 无法容纳；请按顺序编号 (--values order)。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/png_semantic.py" />
            <source>The project has more than {most} categories, which a PNG can't hold; export it as COCO.</source>
            <translation>项目的类别超过 {most} 个，PNG 无法容纳；请导出为 COCO。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>Image {id} ({name}) was left out: its file can't be read.</source>
            <translation>图像 {id}（{name}）未写入：无法读取其文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>Annotation {id} was left out: {why}.</source>
            <translation>标注 {id} 未写入：{why}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>its image {image_id} is not written</source>
            <translation>其图像 {image_id} 未写入</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>its category {category_id} is not there</source>
            <translation>其类别 {category_id} 不存在</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>its mask has {width} x {height} pixels, {name} has {image_width} x {image_height}</source>
            <translation>其掩码为 {width} x {height} 像素，而 {name} 为 {image_width} x {image_height}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>its mask is damaged ({reason})</source>
            <translation>其掩码已损坏（{reason}）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>its mask has no pixels</source>
            <translation>其掩码没有像素</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>The export was cancelled; nothing was written.</source>
            <translation>导出已取消；未写入任何内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/refusals.py" />
            <source>The disk of {folder} is full; free some space or choose another place.</source>
            <translation>{folder} 所在磁盘已满；请腾出空间或选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/registry.py" />
            <source>There is no format "{format_id}"; choose one of: {names}.</source>
            <translation>没有格式“{format_id}”；请从以下选择：{names}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{path} is a device; choose a file.</source>
            <translation>{path} 是设备；请选择文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{name} is not valid UTF-8 text; save it as UTF-8 JSON.</source>
            <translation>{name} 不是有效的 UTF-8 文本；请另存为 UTF-8 JSON。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{name} is nested too deeply to be an annotation file; choose another file.</source>
            <translation>{name} 嵌套过深，不是标注文件；请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{name} is no valid JSON ({reason}); correct it or choose another file.</source>
            <translation>{name} 不是有效的 JSON（{reason}）；请更正或选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/formats/strict_json.py" />
            <source>{name} does not fit into this computer's memory; split it.</source>
            <translation>此计算机的内存容纳不下 {name}；请拆分该文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/category_edits.py" />
            <source>There is already a category "{name}"; choose another name.</source>
            <translation>已有类别“{name}”；请选择其他名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/category_edits.py" />
            <source>The category "{name}" is given twice; name it once.</source>
            <translation>类别“{name}”出现了两次；请只写一次。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/category_edits.py" />
            <source>"{name}" has 1 annotation; merge it into another category or delete it first.</source>
            <translation>“{name}”有 1 个标注；请将其合并到其他类别，或先删除该标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/category_edits.py" />
            <source>"{name}" has {used} annotations; merge it into another category or delete them first.</source>
            <translation>“{name}”有 {used} 个标注；请将其合并到其他类别，或先删除这些标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The folder {folder} can't be made ({reason}); choose another.</source>
            <translation>无法创建文件夹 {folder}（{reason}）；请选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>There is already a project in {folder}; open it, or choose another folder.</source>
            <translation>{folder} 中已有项目；请打开它，或选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>There is no project in {folder}; make one with: sam-annotator new, or open a folder of images.</source>
            <translation>{folder} 中没有项目；请用 sam-annotator new 创建，或打开图像文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>{file} is write-protected; open it read-only, or copy the project.</source>
            <translation>{file} 受写保护；请以只读方式打开，或复制该项目。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>This project is open read-only, because another window or command has it or because it is write-protected; close the other one and open it again.</source>
            <translation>此项目以只读方式打开，因为它被其他窗口或命令占用，或受写保护；请关闭另一方后重新打开。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The project {folder} is open in another window or command; close it there, or open it read-only.</source>
            <translation>项目 {folder} 已在其他窗口或命令中打开；请在那里关闭，或以只读方式打开。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The folder {folder} can't be written; open the project read-only, or copy it.</source>
            <translation>无法写入文件夹 {folder}；请以只读方式打开项目，或复制它。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The folder {folder} can't hold a lock file ({reason}); put the project on a local disk.</source>
            <translation>文件夹 {folder} 无法存放锁文件（{reason}）；请将项目放到本地磁盘。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>There is no room for a copy of the project {folder} among the temporary files; free some space there, or set TMPDIR to another folder.</source>
            <translation>临时文件处没有空间存放项目 {folder} 的副本；请在那里腾出空间，或将 TMPDIR 设为其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>its tables can't be read</source>
            <translation>其数据表无法读取</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The project {folder} is busy in another program; try again in a moment.</source>
            <translation>项目 {folder} 正被其他程序使用；请稍后再试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The disk of {folder} is full; free some space and try again (nothing was lost).</source>
            <translation>{folder} 所在磁盘已满；请腾出空间后重试（没有丢失任何内容）。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>{file} can't be read or written ({reason}); check the disk and try again.</source>
            <translation>无法读写 {file}（{reason}）；请检查磁盘后重试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>The project does not take this change ({reason}); nothing was changed.</source>
            <translation>项目不接受此更改（{reason}）；未作任何更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>That was cancelled; nothing was changed.</source>
            <translation>已取消；没有做任何更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/database.py" />
            <source>{file} is damaged or no project ({reason}); restore a copy of it, or choose another folder.</source>
            <translation>{file} 已损坏或不是项目（{reason}）；请恢复副本，或选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/edits.py" />
            <source>There is no annotation {annotation_id} in this project; nothing was changed.</source>
            <translation>此项目中没有标注 {annotation_id}；未作任何更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/edits.py" />
            <source>There is no image {id} in this project; open it again.</source>
            <translation>此项目中没有图像 {id}；请重新打开项目。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/edits.py" />
            <source>A mask of {mask_width} x {mask_height} does not fit {file_name}, which has {width} x {height} pixels; the file was replaced: put the old one back.</source>
            <translation>{mask_width} x {mask_height} 的掩码与 {width} x {height} 像素的 {file_name} 不符；文件已被替换：请放回旧文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/edits.py" />
            <location filename="../../sam_annotator/store/rows.py" />
            <source>The text</source>
            <translation>该文本</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/image_edits.py" />
            <source>There is no image {image_id} in this project; nothing was changed.</source>
            <translation>此项目中没有图像 {image_id}；未作任何更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/option_edits.py" />
            <location filename="../../sam_annotator/store/rows.py" />
            <source>The text of an attribute</source>
            <translation>某属性的文本</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/places.py" />
            <source>The folder {path} can't be opened (permission denied); choose another folder.</source>
            <translation>无法打开文件夹 {path}（没有权限）；请选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/places.py" />
            <source>There is nothing at {path}; check the path.</source>
            <translation>{path} 处没有内容；请检查路径。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/places.py" />
            <source>{name} is neither a project, a folder nor an image; choose one of those.</source>
            <translation>{name} 既不是项目，也不是文件夹或图像；请从中选择一种。</translation>
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
            <translation>图像</translation>
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
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <location filename="../../sam_annotator/ui/actions.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Annotation</source>
            <translation>标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>An attribute that is a number needs a finite one; type another.</source>
            <translation>数字属性需要有限数值；请重新输入。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>{what} {id} of this project is damaged; run: sam-annotator check, and restore a copy.</source>
            <translation>此项目的{what} {id} 已损坏；请运行 sam-annotator check，并恢复副本。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>An object must have at least one pixel; click on it again.</source>
            <translation>对象至少要有一个像素；请再次点击它。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>{what} holds bytes that are no characters; rename it.</source>
            <translation>{what} 含有不是字符的字节；请重命名。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>A category needs a name; type one.</source>
            <translation>类别需要名称；请输入。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>The name "{name}"</source>
            <translation>名称“{name}”</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/rows.py" />
            <source>"{color}" is no colour; write it as #rrggbb.</source>
            <translation>“{color}”不是颜色；请写成 #rrggbb。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/schema.py" />
            <source>{folder} holds no project yet; make one with: sam-annotator new.</source>
            <translation>{folder} 中还没有项目；请用 sam-annotator new 创建。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/schema.py" />
            <source>{file} is a database of another program; choose another project folder.</source>
            <translation>{file} 是其他程序的数据库；请选择其他项目文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/schema.py" />
            <source>The project {folder} was made by a newer version of SAM Annotator (its format is {version}, this program knows {known}); update the program.</source>
            <translation>项目 {folder} 由更新版本的 SAM Annotator 创建（其格式为 {version}，本程序支持到 {known}）；请更新程序。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/second_project.py" />
            <source>{name} is this project itself; choose another one.</source>
            <translation>{name} 就是此项目；请选择其他项目。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>The path {folder}</source>
            <translation>路径 {folder}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>image</source>
            <translation>图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>category</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>A category can't be merged with itself; choose another one.</source>
            <translation>类别不能与自身合并；请选择其他类别。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>annotation</source>
            <translation>标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/store.py" />
            <source>There is no {what} {id} in this project; it was deleted.</source>
            <translation>此项目中没有{what} {id}；它已被删除。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/taking.py" />
            <source>Annotation {id} is locked; unlock it to change it.</source>
            <translation>标注 {id} 已锁定；请先解锁再更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/store/taking.py" />
            <source>Annotation {id} was changed meanwhile; compare again.</source>
            <translation>标注 {id} 在此期间已更改；请重新比较。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Pointer</source>
            <translation>指针</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>This belongs to the object</source>
            <translation>这里属于对象</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Left click</source>
            <translation>左键单击</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>This does not</source>
            <translation>这里不属于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Right click, Shift+left click</source>
            <translation>右键单击、Shift+左键单击</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Left drag</source>
            <translation>左键拖动</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Zoom at the pointer</source>
            <translation>以指针为中心缩放</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Wheel, Ctrl+wheel</source>
            <translation>滚轮、Ctrl+滚轮</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Scroll sideways</source>
            <translation>横向滚动</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Shift+wheel</source>
            <translation>Shift+滚轮</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Move the image</source>
            <translation>移动图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Middle drag, Space+drag</source>
            <translation>中键拖动、空格+拖动</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Size of the brush</source>
            <translation>画笔大小</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Alt+wheel</source>
            <translation>Alt+滚轮</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Close the polygon</source>
            <translation>闭合多边形</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Enter, double click</source>
            <translation>回车、双击</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Take its last corner back</source>
            <translation>撤回最后一个顶点</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Backspace</source>
            <translation>退格</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keyboard cursor</source>
            <translation>键盘光标</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Show or hide it</source>
            <translation>显示或隐藏</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Move it; faster; by one pixel</source>
            <translation>移动；加快；逐像素</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Arrows; Shift+arrows; Ctrl+arrows</source>
            <translation>方向键；Shift+方向键；Ctrl+方向键</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Click there; with Shift: not this</source>
            <translation>在此点击；按 Shift：不属于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Enter, Shift+Enter</source>
            <translation>回车、Shift+回车</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Hold or let go of the button, to drag</source>
            <translation>按住或松开按键以拖动</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Accept the mask, close the polygon</source>
            <translation>接受掩码，闭合多边形</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Ctrl+Enter</source>
            <translation>Ctrl+回车</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Hide it</source>
            <translation>隐藏它</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/actions.py" />
            <source>Category of the selection, or for the next mask</source>
            <translation>所选标注或下一个掩码的类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/attribute_feature.py" />
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>Change note</source>
            <translation>更改备注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/attribute_feature.py" />
            <source>Change {name}</source>
            <translation>更改{name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/attribute_feature.py" />
            <source>Change attributes of the project</source>
            <translation>更改项目属性</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>There is no box on the image; drag one with the tool Select.</source>
            <translation>图像上没有框；请用“选择”工具拖出一个。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>Segmenting everything…</source>
            <translation>正在分割全部…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>Stopped; what was found so far stays.</source>
            <translation>已停止；已找到的内容保留。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>Stopped.</source>
            <translation>已停止。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{n} proposal swept</source>
            <translation>划过 {n} 个建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{n} proposals swept</source>
            <translation>划过 {n} 个建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>Take the tool for proposals (W) to accept them.</source>
            <translation>用建议工具 (W) 来接受它们。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>The filters below let none of them pass.</source>
            <translation>下方的筛选未放行任何建议。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>IoU {iou}, stability {stability}, {area}</source>
            <translation>IoU {iou}，稳定性 {stability}，{area}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} proposal</source>
            <translation>{n} 个建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} proposals</source>
            <translation>{n} 个建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>Nothing was found; lower the thresholds in Parameters, or take the preset Thorough.</source>
            <translation>未找到任何对象；请在“参数”中降低阈值，或使用预设“细致”。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{objects} in {seconds} s.</source>
            <translation>{objects}，用时 {seconds} 秒。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{objects} in {images}.</source>
            <translation>{images}中有 {objects}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{n} image was searched so before.</source>
            <translation>{n} 张图像先前已这样搜索过。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <source>{n} images were searched so before.</source>
            <translation>{n} 张图像先前已这样搜索过。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} image can't be used</source>
            <translation>{n} 张图像无法使用</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_feature.py" />
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} images can't be used</source>
            <translation>{n} 张图像无法使用</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_run.py" />
            <source>{name} can't be read ({reason}); go on with the next image.</source>
            <translation>无法读取 {name}（{reason}）；请继续处理下一张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_run.py" />
            <source>{name} has another size than when it was added; put the old file back.</source>
            <translation>{name} 的尺寸与添加时不同；请放回旧文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>Waiting for the engine…</source>
            <translation>正在等待引擎…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>Image {n} of {total}, {share}</source>
            <translation>图像 {n} / {total}，{share}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>{how_far}, {time} left</source>
            <translation>{how_far}，剩余{time}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>A search is running; wait for its end or cancel it first.</source>
            <translation>正在搜索；请等待结束或先取消。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>There is no engine to ask; choose one first.</source>
            <translation>没有可用的引擎；请先选择一个。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <location filename="../../sam_annotator/ui/notice_presenter.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Engines…</source>
            <translation>引擎…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>There is no image to work on: all are missing, or marked as done.</source>
            <translation>没有可处理的图像：全部缺失或已标记为完成。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>Another engine was chosen, so the search was stopped; start it again.</source>
            <translation>已选择其他引擎，搜索因此停止；请重新开始。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>Another engine was chosen, so it was stopped after {n} of {total} images; start it again.</source>
            <translation>已选择其他引擎，因此在处理 {n} / {total} 张图像后停止；请重新开始。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>about {n} s</source>
            <translation>约 {n} 秒</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>about {n} min</source>
            <translation>约 {n} 分钟</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/automatic_runner.py" />
            <source>about {n} h</source>
            <translation>约 {n} 小时</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>{n} box</source>
            <translation>{n} 个框</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>{n} boxes</source>
            <translation>{n} 个框</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>Making masks of {boxes}…</source>
            <translation>正在由 {boxes}生成掩码…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{masks} of {boxes}, in {images}.</source>
            <translation>{boxes}得到 {masks}（{images}）。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>Stopped. {text}</source>
            <translation>已停止。{text}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} image is missing, or marked as done.</source>
            <translation>{n} 张图像缺失或已标记为完成。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>{n} images are missing, or done.</source>
            <translation>{n} 张图像缺失或已完成。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <source>Details…</source>
            <translation>详情…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/box_import.py" />
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>Masks from boxes</source>
            <translation>由框生成掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Reading the image…</source>
            <translation>正在读取图像…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Draft, {title} is loading…</source>
            <translation>草稿，正在加载 {title}…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Loading the engine…</source>
            <translation>正在加载引擎…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Encoding the image…</source>
            <translation>正在编码图像…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Finishing another image…</source>
            <translation>正在完成另一张图像…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Draft, {title} is encoding…</source>
            <translation>草稿，{title} 正在编码…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>Draft, {title} is finishing another image…</source>
            <translation>草稿，{title} 正在完成另一张图像…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/busy_chip.py" />
            <source>{what} {seconds} s</source>
            <translation>{what} {seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>Image {name}</source>
            <translation>图像 {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>{n} mask</source>
            <translation>{n} 个掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>{n} masks</source>
            <translation>{n} 个掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>{n} selected</source>
            <translation>已选 {n} 个</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>candidate {rank} of {count}, predicted IoU {iou}</source>
            <translation>候选 {rank} / {count}，预测 IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>{place}, on {category}</source>
            <translation>{place}，位于 {category}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>Keyboard cursor shown</source>
            <translation>已显示键盘光标</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>Keyboard cursor hidden</source>
            <translation>已隐藏键盘光标</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/canvas_feature.py" />
            <source>x {x}, y {y}</source>
            <translation>x {x}，y {y}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Change supercategory</source>
            <translation>更改上级类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Change key</source>
            <translation>更改按键</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>1 annotation is {name} now.</source>
            <translation>1 个标注现在为 {name}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>{n} annotations are {name} now.</source>
            <translation>{n} 个标注现在为 {name}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>{text} {n} stayed, because they are locked.</source>
            <translation>{text}{n} 个因已锁定而未变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Import categories</source>
            <translation>导入类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Lists of categories (*.json *.txt *.csv);;All files (*)</source>
            <translation>类别列表 (*.json *.txt *.csv);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>JSON, with colours (*.json);;Text (*.txt);;CSV (*.csv)</source>
            <translation>JSON，带颜色 (*.json);;文本 (*.txt);;CSV (*.csv)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Export categories</source>
            <translation>导出类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>Wrote the categories to {name}.</source>
            <translation>类别已写入 {name}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>All these categories are there already.</source>
            <translation>这些类别均已存在。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/category_feature.py" />
            <source>{added} categories added, {changed} changed, {there} there already.</source>
            <translation>添加 {added} 个类别，更改 {changed} 个，{there} 个已存在。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Clean up</source>
            <translation>清理</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>All numbers are 0: set one first, then use them after each prediction.</source>
            <translation>所有数值均为 0：请先设置，再用于每次预测之后。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>Clean up after each prediction</source>
            <translation>每次预测后清理</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>What is selected is locked.</source>
            <translation>所选内容已锁定。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>Select annotations to see what changes.</source>
            <translation>选择标注以查看变化。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>Preview: {gained} pixels more, {lost} fewer.</source>
            <translation>预览：增加 {gained} 像素，减少 {lost} 像素。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clean_up_feature.py" />
            <source>These numbers change nothing here.</source>
            <translation>这些数值在此不会带来变化。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Duplicate</source>
            <translation>创建副本</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <source>Copy to next image</source>
            <translation>复制到下一张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <source>{name} is not read yet, or was replaced; try again when it is.</source>
            <translation>{name} 尚未读取或已被替换；请在读取后重试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <source>The image has another size: {count} annotations lay outside and were left out.</source>
            <translation>图像尺寸不同：{count} 个标注位于范围之外，已略去。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <source>The image has another size: the masks lie at the same pixels, cut at its border.</source>
            <translation>图像尺寸不同：掩码位于相同像素处，并在边缘裁剪。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/clipboard_feature.py" />
            <source>There are no annotations on the clipboard; copy some first.</source>
            <translation>剪贴板中没有标注；请先复制。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Redo: {what}</source>
            <translation>重做：{what}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Undo: {what}</source>
            <translation>撤销：{what}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Add annotation</source>
            <translation>添加标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Delete annotations</source>
            <translation>删除标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Delete annotation</source>
            <translation>删除标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Add category</source>
            <translation>添加类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Delete category</source>
            <translation>删除类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Merge categories</source>
            <translation>合并类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Mark image</source>
            <translation>标记图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Change category</source>
            <translation>更改类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/commands.py" />
            <source>Change project options</source>
            <translation>更改项目选项</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take theirs</source>
            <translation>采用对方</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep both</source>
            <translation>两者都保留</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Compare with a COCO file</source>
            <translation>与 COCO 文件比较</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Compare with the project in a folder</source>
            <translation>与文件夹中的项目比较</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Results of a model.</source>
            <translation>模型的结果。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Another project.</source>
            <translation>另一个项目。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>A COCO file.</source>
            <translation>COCO 文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{n} image is in both.</source>
            <translation>{n} 张图像两者都有。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{n} images are in both.</source>
            <translation>{n} 张图像两者都有。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{n} thing of the other set does not fit this project and is not compared.</source>
            <translation>对方有 {n} 项与此项目不符，未参与比较。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{n} things of the other set do not fit this project and are not compared.</source>
            <translation>对方有 {n} 项与此项目不符，未参与比较。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Compared with {name}.</source>
            <translation>已与 {name} 比较。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>This is the last difference.</source>
            <translation>这是最后一处差异。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>This is the first difference.</source>
            <translation>这是第一处差异。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>There is no difference on this image; go to another one.</source>
            <translation>此图像上没有差异；请转到其他图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Reading what was chosen…</source>
            <translation>正在读取所选内容…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>This annotation is locked; unlock it to change it.</source>
            <translation>此标注已锁定；请先解锁再更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>{count} annotations are locked; unlock them to change them.</source>
            <translation>{count} 个标注已锁定；请先解锁再更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Some of them were changed meanwhile; compare again.</source>
            <translation>其中一些在此期间已更改；请重新比较。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Export agreement as a table</source>
            <translation>将一致性导出为表格</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{name} agreement</source>
            <translation>{name} 一致性</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>{n} rows are in {name}.</source>
            <translation>{n} 行已写入 {name}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/compare_feature.py" />
            <source>Writing {name}…</source>
            <translation>正在写入 {name}…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/comparing.py" />
            <source>{name} has no image of this project; choose another one.</source>
            <translation>{name} 中没有此项目的图像；请另选。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/comparing.py" />
            <source>There is no project in {name}; choose the folder of a project, or a COCO file.</source>
            <translation>{name} 中没有项目；请选择项目文件夹或 COCO 文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/comparing.py" />
            <source>{name} can't be written ({reason}); choose another place.</source>
            <translation>无法写入 {name}（{reason}）；请选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/comparison_keeper.py" />
            <source>Comparing with {name}…</source>
            <translation>正在与 {name} 比较…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/comparison_keeper.py" />
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>Category {id}</source>
            <translation>类别 {id}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>{n} remark</source>
            <translation>{n} 条说明</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>{n} remarks</source>
            <translation>{n} 条说明</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Whole project</source>
            <translation>整个项目</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Listed image (1)</source>
            <translation>列出的图像 (1)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Listed images ({n})</source>
            <translation>列出的图像 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>This image ({name})</source>
            <translation>此图像 ({name})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Selected annotation (1)</source>
            <translation>所选标注 (1)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Selected annotations ({n})</source>
            <translation>所选标注 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Open a project or a folder of images</source>
            <translation>打开项目或图像文件夹</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Find the folder of images</source>
            <translation>查找图像文件夹</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Open an image</source>
            <translation>打开图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Images ({patterns})</source>
            <translation>图像 ({patterns})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <location filename="../../sam_annotator/ui/transfer_controller.py" />
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialog_controller.py" />
            <source>Nothing was changed</source>
            <translation>未作任何更改</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/about.py" />
            <source>About SAM Annotator</source>
            <translation>关于 SAM Annotator</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/about.py" />
            <source>Label images with Segment Anything: click an object, get its mask, export COCO.</source>
            <translation>用 Segment Anything 标注图像：点击对象，得到掩码，导出 COCO。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/about.py" />
            <source>Apache License 2.0. Nothing is sent or fetched without being asked for.</source>
            <translation>Apache License 2.0。未经要求，不会发送或下载任何内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/about.py" />
            <source>Copy versions</source>
            <translation>复制版本信息</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Text</source>
            <translation>文本</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Numeric</source>
            <translation>数字</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Choice</source>
            <translation>选项</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Yes or no</source>
            <translation>是或否</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Attributes of the project</source>
            <translation>项目属性</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Every annotation can be occluded, truncated or a crowd region, and have a note. Add what else.</source>
            <translation>每个标注都可以是被遮挡、被截断或群组区域，并可有备注。请添加其他需要的内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>No attributes</source>
            <translation>没有属性</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Add one on the left.</source>
            <translation>请在左侧添加。</translation>
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
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>Attributes</source>
            <translation>属性</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>One on each line</source>
            <translation>每行一个</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>&amp;Name</source>
            <translation>名称(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>&amp;Kind</source>
            <translation>类型(&amp;K)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>C&amp;hoices</source>
            <translation>选项(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Sma&amp;llest</source>
            <translation>最小值(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Lar&amp;gest</source>
            <translation>最大值(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>&amp;Default of new annotations</source>
            <translation>新标注的默认值(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>De&amp;fault of new annotations</source>
            <translation>新标注的默认值(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Onl&amp;y for these categories</source>
            <translation>仅用于这些类别(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>None means all.</source>
            <translation>不选表示全部。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>attribute {n}</source>
            <translation>属性 {n}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>Nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/attributes.py" />
            <source>"{text}" is no number; type another.</source>
            <translation>“{text}”不是数字；请重新输入。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>Boxes of a detector</source>
            <translation>检测器的框</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>As the detector says</source>
            <translation>按检测器所给</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>Each box is answered by the engine; its mask becomes a proposal to accept.</source>
            <translation>引擎响应每个框；其掩码成为待接受的建议。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>F&amp;ormat</source>
            <translation>格式(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>&amp;Lowest score</source>
            <translation>最低分数(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>&amp;Category</source>
            <translation>类别(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>Make masks</source>
            <translation>生成掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>&amp;Folder of labels</source>
            <translation>标签文件夹(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>COCO (*.json);;All files (*)</source>
            <translation>COCO (*.json);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>Reading…</source>
            <translation>正在读取…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/boxes.py" />
            <source>{boxes} on {images} of this project.</source>
            <translation>此项目的 {images}上有 {boxes}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>The selected annotations</source>
            <translation>所选标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>All annotations of this image</source>
            <translation>此图像的所有标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>All annotations of the project</source>
            <translation>项目的所有标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>&amp;From</source>
            <translation>从(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>&amp;To</source>
            <translation>改为(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>Locked annotations stay as they are.</source>
            <translation>已锁定的标注保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>Supercategory of {name}</source>
            <translation>{name} 的上级类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>&amp;Supercategory</source>
            <translation>上级类别(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <source>It is written with the category to COCO files.</source>
            <translation>它会随类别写入 COCO 文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/change_category.py" />
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <source>Keep</source>
            <translation>保存</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Runs now</source>
            <translation>正在运行</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Use</source>
            <translation>使用</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Download</source>
            <translation>下载</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Choose file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Download of {title}</source>
            <translation>下载 {title}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>your file {name}</source>
            <translation>您的文件 {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>comes with the program</source>
            <translation>随程序提供</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>not on this computer</source>
            <translation>不在此计算机上</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>on this computer</source>
            <translation>在此计算机上</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Resume download</source>
            <translation>继续下载</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>{done} of {total}</source>
            <translation>{done} / {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Weights for {title}</source>
            <translation>{title} 的权重</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>Weights (*.pth *.pt *.safetensors);;All (*)</source>
            <translation>权重 (*.pth *.pt *.safetensors);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>An engine is the network that turns clicks into masks. Your project stays open.</source>
            <translation>引擎是把点击变成掩码的网络。您的项目会保持打开。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/engines.py" />
            <source>&amp;Device</source>
            <translation>设备(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>Go to image</source>
            <translation>转到图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>Number or name</source>
            <translation>编号或名称</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>Images that fit</source>
            <translation>匹配的图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>Go</source>
            <translation>转到</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>No image has this number or name.</source>
            <translation>没有此编号或名称的图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/go_to_image.py" />
            <source>There are more; type more of the name.</source>
            <translation>还有更多；请输入更多字符。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <source>Note and tags</source>
            <translation>备注和标签</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <source>Tags, with commas between them</source>
            <translation>标签，以逗号分隔</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/image_words.py" />
            <source>Tags</source>
            <translation>标签</translation>
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
            <translation>保留</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>Both</source>
            <translation>两者</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep ours</source>
            <translation>保留我方</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{choice} (locked)</source>
            <translation>{choice}（已锁定）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>Merge {name}</source>
            <translation>合并 {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} annotation is in both and stays as it is.</source>
            <translation>{n} 个标注两者都有，保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} annotations are in both and stay as they are.</source>
            <translation>{n} 个标注两者都有，保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>New categories: {names}.</source>
            <translation>新类别：{names}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} object is in both, with another mask or category. What stays?</source>
            <translation>{n} 个对象两者都有，但掩码或类别不同。保留哪个？</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{n} objects are in both, with another mask or category. What stays?</source>
            <translation>{n} 个对象两者都有，但掩码或类别不同。保留哪个？</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>Objects that both have</source>
            <translation>两者都有的对象</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Select all</source>
            <translation>全选</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>For the rows selected; O, T and B do so by key. What is locked stays ours unless both stay.</source>
            <translation>用于所选行；也可按 O、T、B 键。已锁定的保留我方，除非两者都保留。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>There is nothing to add.</source>
            <translation>没有可添加的内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/merge.py" />
            <source>{annotations} on {images} will be added.</source>
            <translation>将添加 {annotations}（{images}）。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>New project</source>
            <translation>新建项目</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>Folder of images</source>
            <translation>图像文件夹</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>Folder of the project</source>
            <translation>项目文件夹</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>person
car
traffic light</source>
            <translation>行人
汽车
交通灯</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>Folder of &amp;images</source>
            <translation>图像文件夹(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>&amp;Project folder</source>
            <translation>项目文件夹(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>The project is kept in one file in this folder; your images are not changed.</source>
            <translation>项目保存在此文件夹的一个文件中；您的图像不会被更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>&amp;Categories, one a line</source>
            <translation>类别，每行一个(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>Create project</source>
            <translation>创建项目</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>There is no such folder.</source>
            <translation>没有此文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>They can be added later, too.</source>
            <translation>也可以以后再添加。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>There is a project in this folder; open it, or name another folder.</source>
            <translation>此文件夹中已有项目；请打开它，或指定其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>This is a file; name a folder.</source>
            <translation>这是文件；请指定文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/new_project.py" />
            <source>The folder above it is not there.</source>
            <translation>其上级文件夹不存在。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/parts.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/parts.py" />
            <source>Browse…</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/report.py" />
            <source>{n} reason</source>
            <translation>{n} 条原因</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/report.py" />
            <source>{n} reasons</source>
            <translation>{n} 条原因</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/report.py" />
            <source>Reasons</source>
            <translation>原因</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/report.py" />
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/report.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/setting_row.py" />
            <source>Take the default of {setting}</source>
            <translation>恢复“{setting}”的默认值</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Search settings</source>
            <translation>搜索设置</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>No setting is called so</source>
            <translation>没有这样的设置</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Try another word, or fewer letters.</source>
            <translation>请尝试其他词或更少的字符。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Show all settings</source>
            <translation>显示所有设置</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Restore defaults</source>
            <translation>恢复默认值</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Take the defaults of all settings.</source>
            <translation>将所有设置恢复为默认值。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/settings.py" />
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Press a key… Esc stops</source>
            <translation>请按键… Esc 结束</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Add a key…</source>
            <translation>添加按键…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Change keys</source>
            <translation>更改按键</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Restore all</source>
            <translation>全部恢复</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Search by name or key</source>
            <translation>按名称或按键搜索</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Search actions by name or key</source>
            <translation>按名称或按键搜索操作</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Actions and their keys</source>
            <translation>操作及其按键</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>No action is called so.</source>
            <translation>没有这样的操作。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Swap keys</source>
            <translation>交换按键</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Take it</source>
            <translation>占用它</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>no key</source>
            <translation>无按键</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>Take {key} away</source>
            <translation>移除 {key}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>This key can't be used: on the image Space moves the view. Choose another one.</source>
            <translation>不能使用此按键：在图像上空格用于移动视图。请另选。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>{key} does this already.</source>
            <translation>{key} 已是此操作的按键。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>{key} is the key of “{action}”.</source>
            <translation>{key} 是“{action}”的按键。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcut_editor.py" />
            <source>While it goes on</source>
            <translation>进行期间</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcuts.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keys</source>
            <translation>按键</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcuts.py" />
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcuts.py" />
            <source>Search keys</source>
            <translation>搜索按键</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcuts.py" />
            <source>No key is called so.</source>
            <translation>没有这样的按键。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/shortcuts.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Change keys…</source>
            <translation>更改按键…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Export annotations</source>
            <translation>导出标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Export to</source>
            <translation>导出到</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>&amp;What</source>
            <translation>内容(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>&amp;New folder</source>
            <translation>新文件夹(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>This is a folder; add a file name.</source>
            <translation>这是文件夹；请加上文件名。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>There is a file of this name; it will be replaced.</source>
            <translation>已有同名文件；它将被替换。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>This is a file; give the name of a new folder.</source>
            <translation>这是文件；请给出新文件夹的名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>This folder is not empty, and nothing is overwritten; add the name of a new one.</source>
            <translation>此文件夹不为空，且不会覆盖任何内容；请加上新文件夹的名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>There is no such folder to make it in.</source>
            <translation>其上级文件夹不存在。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>This is in the folder of images, where pictures would become images of the project.</source>
            <translation>此处位于图像文件夹中，写出的图片会变成项目的图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Import annotations</source>
            <translation>导入标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Import from</source>
            <translation>导入自</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Skip annotations that do not fit</source>
            <translation>跳过不符的标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>Otherwise a file that does not fit is refused as a whole, with the reasons.</source>
            <translation>否则，不符的文件会被整体拒绝，并列出原因。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>There is no such file.</source>
            <translation>没有此文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/dialogs/transfer.py" />
            <source>{title} (*{suffix});;All files (*)</source>
            <translation>{title} (*{suffix});;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>crowd</source>
            <translation>群组</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Annotations</source>
            <translation>标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>No annotations yet</source>
            <translation>还没有标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Click an object in the image, then press Enter.</source>
            <translation>点击图像中的对象，然后按回车。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <source>No annotations</source>
            <translation>没有标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/annotation_dock.py" />
            <source>Delete {n} annotations</source>
            <translation>删除 {n} 个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Crowd region</source>
            <translation>群组区域</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Occluded</source>
            <translation>被遮挡</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Truncated</source>
            <translation>被截断</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>Several values</source>
            <translation>多个值</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Attributes of the project…</source>
            <translation>项目属性…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>{name} is a number from {low} to {high}; type another.</source>
            <translation>{name} 应为 {low} 到 {high} 之间的数字；请重新输入。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>{name} is a number of {low} or more; type another.</source>
            <translation>{name} 应为不小于 {low} 的数字；请重新输入。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>{name} is a number of {high} or less; type another.</source>
            <translation>{name} 应为不大于 {high} 的数字；请重新输入。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/attribute_form.py" />
            <source>{name} is a number; type one.</source>
            <translation>{name} 应为数字；请输入。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>This image</source>
            <translation>此图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>The box drawn on the image</source>
            <translation>图像上所画的框</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>The images listed ({n})</source>
            <translation>列出的图像 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>The whole project ({n})</source>
            <translation>整个项目 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Segment everything</source>
            <translation>分割全部</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Own parameters</source>
            <translation>自定义参数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Where</source>
            <translation>范围</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Parameters</source>
            <translation>参数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Run</source>
            <translation>开始</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>The parameters below, as they were set by hand.</source>
            <translation>下方的参数，按手动设置。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <location filename="../../sam_annotator/ui/menus.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Proposals</source>
            <translation>建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Accept all shown</source>
            <translation>全部接受</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Forget</source>
            <translation>清除</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Smallest area</source>
            <translation>最小面积</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Largest area</source>
            <translation>最大面积</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>Covered by an annotation up to</source>
            <translation>被标注覆盖不超过</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>A proposal is dropped where one annotation covers more of it; at 100 % none is.</source>
            <translation>被某一标注覆盖更多的建议会被去除；100 % 时不去除。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>{shown} of {total}</source>
            <translation>{shown} / {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/automatic_dock.py" />
            <source>{area} px</source>
            <translation>{area} px</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/candidate_card.py" />
            <source>Candidate {number}, predicted IoU {iou}, stability {stability}</source>
            <translation>候选 {number}，预测 IoU {iou}，稳定性 {stability}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/candidate_card.py" />
            <source>Stab.</source>
            <translation>稳定</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/candidate_card.py" />
            <source>Candidates</source>
            <translation>候选</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Orange</source>
            <translation>橙色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Sky blue</source>
            <translation>天蓝色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Green blue</source>
            <translation>蓝绿色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Yellow</source>
            <translation>黄色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Blue</source>
            <translation>蓝色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Vermilion</source>
            <translation>朱红色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Rose</source>
            <translation>玫红色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Grey</source>
            <translation>灰色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Brown</source>
            <translation>棕色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Violet</source>
            <translation>紫色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Green</source>
            <translation>绿色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Pink</source>
            <translation>粉色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Steel blue</source>
            <translation>钢蓝色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Light green</source>
            <translation>浅绿色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Red</source>
            <translation>红色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Lavender</source>
            <translation>淡紫色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Category name</source>
            <translation>类别名称</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Categories</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>No categories yet</source>
            <translation>还没有类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Type a name below and press Enter.</source>
            <translation>在下方输入名称并按回车。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>No category is called so</source>
            <translation>没有这样的类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>New category…</source>
            <translation>新类别…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>New category</source>
            <translation>新类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>More on categories</source>
            <translation>更多类别操作</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Search categories</source>
            <translation>搜索类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>No categories</source>
            <translation>没有类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Merge into</source>
            <translation>合并到</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Supercategory…</source>
            <translation>上级类别…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Change annotations to…</source>
            <translation>将标注改为…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>{name} (now)</source>
            <translation>{name}（当前）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Other…</source>
            <translation>其他…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Key</source>
            <translation>按键</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/category_dock.py" />
            <source>Colour of {name}</source>
            <translation>{name} 的颜色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Parts below this many pixels are removed.</source>
            <translation>移除小于此像素数的部分。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Holes below this many pixels are filled.</source>
            <translation>填充小于此像素数的孔洞。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>The outline is smoothed over so many pixels.</source>
            <translation>按此像素数平滑轮廓。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Above 0 masks grow, below 0 they shrink.</source>
            <translation>大于 0 扩张掩码，小于 0 收缩掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Use after each prediction</source>
            <translation>用于每次预测之后</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Clean the masks of clicks and boxes in this project, too, before they are shown.</source>
            <translation>在显示之前，也清理此项目中由点击和框得到的掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Apply</source>
            <translation>应用</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Islands below</source>
            <translation>孤岛小于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Holes below</source>
            <translation>孔洞小于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Smooth</source>
            <translation>平滑</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/clean_up_bar.py" />
            <source>Grow or shrink</source>
            <translation>扩张或收缩</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Differences</source>
            <translation>差异</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Nothing to compare with</source>
            <translation>没有可比较的内容</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>A COCO file, results of a model, or a project of somebody else; it is only read.</source>
            <translation>COCO 文件、模型的结果，或他人的项目；只读取，不更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Choose a file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Choose a project…</source>
            <translation>选择项目…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>What was left out, and what else to know</source>
            <translation>略去的内容及其他说明</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Close the other set</source>
            <translation>关闭另一组</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Show theirs on the image</source>
            <translation>在图像上显示对方</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Same object from IoU</source>
            <translation>视为同一对象的 IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Masks that overlap less are two objects.</source>
            <translation>重叠更少的掩码视为两个对象。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Theirs from score</source>
            <translation>对方最低分数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>What they are less sure of is left out; what has no score stays.</source>
            <translation>对方把握更低的将略去；没有分数的保留。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Taken for true</source>
            <translation>以谁为准</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Precision: how much of the other set is true. Recall: how much of the true set it has.</source>
            <translation>精确率：另一组中有多少为真。召回率：真值中有多少被其包含。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Rows</source>
            <translation>行</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>By category</source>
            <translation>按类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>By image</source>
            <translation>按图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Agreement by category</source>
            <translation>各类别的一致性</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>Agreement by image</source>
            <translation>各图像的一致性</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>{n} pair</source>
            <translation>{n} 对</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>{n} pairs</source>
            <translation>{n} 对</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>{n} only ours</source>
            <translation>仅我方 {n} 个</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>{n} only theirs</source>
            <translation>仅对方 {n} 个</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>{n} of another category</source>
            <translation>类别不同 {n} 个</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_dock.py" />
            <source>PQ {value}</source>
            <translation>PQ {value}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_legend.py" />
            <source>Ours is filled, theirs is hatched with a dashed outline; of the difference looked at, what only we have is hatched falling, what only they have rising.</source>
            <translation>我方为填充，对方为斜线加虚线轮廓；在所查看的差异中，仅我方有的为下行斜线，仅对方有的为上行斜线。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>Kind of difference</source>
            <translation>差异种类</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>All kinds</source>
            <translation>所有种类</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>All categories</source>
            <translation>所有类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>Show what was seen</source>
            <translation>显示已看过的</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>Several</source>
            <translation>批量</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>Decide all that are listed of this image, or of this kind, in one step.</source>
            <translation>一次处理列出的此图像或此种类的全部差异。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>No differences left</source>
            <translation>没有剩余差异</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>No differences of this kind</source>
            <translation>没有此种差异</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/compare_list.py" />
            <source>Choose another kind or category above.</source>
            <translation>请在上方选择其他种类或类别。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>Not accepted yet; predicted IoU</source>
            <translation>尚未接受；预测 IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>Draft, the chosen engine's mask follows; predicted IoU</source>
            <translation>草稿，随后给出所选引擎的掩码；预测 IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>Candidate {number}</source>
            <translation>候选 {number}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{words}, predicted IoU {iou}</source>
            <translation>{words}，预测 IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{words}: predicted IoU {iou}</source>
            <translation>{words}：预测 IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>Nothing selected</source>
            <translation>未选择</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Click an object, or choose an annotation.</source>
            <translation>点击对象，或选择一个标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Area</source>
            <translation>面积</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Box</source>
            <translation>框</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Parts</source>
            <translation>部分</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Score</source>
            <translation>分数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Prompts</source>
            <translation>提示</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Checkpoint</source>
            <translation>检查点</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Flags</source>
            <translation>标志</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Points</source>
            <translation>点</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} annotation selected</source>
            <translation>已选择 {n} 个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} annotations selected</source>
            <translation>已选择 {n} 个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} positive</source>
            <translation>{n} 个正点</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} negative</source>
            <translation>{n} 个负点</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>a box</source>
            <translation>一个框</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>{w} × {h} px at {x}, {y}</source>
            <translation>{w} × {h} px，位于 {x}, {y}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{words}, edited by hand</source>
            <translation>{words}，经手动编辑</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} hole</source>
            <translation>{n} 个孔</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/details_dock.py" />
            <source>{n} holes</source>
            <translation>{n} 个孔</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/dock.py" />
            <source>Fold the panel {title}</source>
            <translation>折叠面板“{title}”</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/dock.py" />
            <source>Close the panel {title}</source>
            <translation>关闭面板“{title}”</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/dock.py" />
            <source>Unfold the panel {title}</source>
            <translation>展开面板“{title}”</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_delegate.py" />
            <source>Missing</source>
            <translation>缺失</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Any review</source>
            <translation>任意审核状态</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Image not reviewed</source>
            <translation>图像未审核</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Image accepted</source>
            <translation>图像已通过</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Image rejected</source>
            <translation>图像被驳回</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Annotations not reviewed</source>
            <translation>标注未审核</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Rejected annotations</source>
            <translation>有被驳回的标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>With comments</source>
            <translation>有批注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Lowest score</source>
            <translation>最低分数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Date done</source>
            <translation>完成日期</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Search images by name, tag or note</source>
            <translation>按名称、标签或备注搜索图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Part of the name; tag:word and note:word look there.</source>
            <translation>名称的一部分；tag:词 和 note:词 在相应处搜索。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Number</source>
            <translation>数量</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Sort</source>
            <translation>排序</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Filter and sort</source>
            <translation>筛选和排序</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Show all images, sorted by name</source>
            <translation>显示所有图像，按名称排序</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>{what}: {value}</source>
            <translation>{what}：{value}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Any state</source>
            <translation>任意状态</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Any category</source>
            <translation>任意类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Any number</source>
            <translation>任意数量</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>No annotation</source>
            <translation>没有标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>One or more</source>
            <translation>一个或多个</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>More annotations than</source>
            <translation>标注数多于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>More than</source>
            <translation>多于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Any score</source>
            <translation>任意分数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Lowest below {score}</source>
            <translation>最低分低于 {score}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Lowest score below</source>
            <translation>最低分数低于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Below</source>
            <translation>低于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <source>Show these</source>
            <translation>显示这些</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_filter_bar.py" />
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Descending</source>
            <translation>降序</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_strip.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Images</source>
            <translation>图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_strip.py" />
            <location filename="../../sam_annotator/ui/image_presenter.py" />
            <source>No project open</source>
            <translation>未打开项目</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_strip.py" />
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Open folder…</source>
            <translation>打开文件夹…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_strip.py" />
            <source>{matching} of {total} match</source>
            <translation>{total} 中有 {matching} 项匹配</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/image_strip.py" />
            <source>{row} of {total}</source>
            <translation>{row} / {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Inspect</source>
            <translation>检视</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Nothing to inspect</source>
            <translation>没有可检视的内容</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Ask again</source>
            <translation>重新询问</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Show logits on the image</source>
            <translation>在图像上显示 logits</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Copy the hash of the checkpoint</source>
            <translation>复制检查点的哈希值</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Hash of the checkpoint</source>
            <translation>检查点的哈希值</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Answer the stored prompts with the engine that runs.</source>
            <translation>用正在运行的引擎响应已保存的提示。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_dock.py" />
            <source>Logit at the pointer: {value}</source>
            <translation>指针处的 logit：{value}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Holes</source>
            <translation>孔洞</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Overlap</source>
            <translation>重叠</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Box prompt</source>
            <translation>框提示</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Candidate</source>
            <translation>候选</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/docks/logit_legend.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>Work</source>
            <translation>工作量</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Doubt</source>
            <translation>存疑</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>{rank} of {count}</source>
            <translation>{rank} / {count}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>number {number} of the engine's</source>
            <translation>引擎的第 {number} 个</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>{n} click</source>
            <translation>{n} 次点击</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} clicks</source>
            <translation>{n} 次点击</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/inspect_facts.py" />
            <source>edited by hand</source>
            <translation>经手动编辑</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/logit_legend.py" />
            <source>Logits: blue below 0 is outside, orange above 0 is inside, hatched is within 1 of 0: unsure</source>
            <translation>Logits：小于 0 的蓝色在外，大于 0 的橙色在内，斜线处与 0 相差不到 1：不确定</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/logit_legend.py" />
            <source>Threshold of the logits</source>
            <translation>logits 阈值</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/logit_legend.py" />
            <source>Take the engine's own threshold</source>
            <translation>使用引擎自身的阈值</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/logit_legend.py" />
            <source>What is above this logit is inside: higher is smaller, lower is larger.</source>
            <translation>高于此 logit 的在内：越高越小，越低越大。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>Info</source>
            <translation>信息</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>Warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>Close this notice</source>
            <translation>关闭此提示</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>{what}: {text}</source>
            <translation>{what}：{text}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>{n} more error</source>
            <translation>另有 {n} 个错误</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>{n} more errors</source>
            <translation>另有 {n} 个错误</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/notice_bar.py" />
            <source>Copy text</source>
            <translation>复制文本</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Export the progress</source>
            <translation>导出进度</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Reading the annotations</source>
            <translation>正在读取标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Plots of the progress</source>
            <translation>进度图表</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Counting…</source>
            <translation>正在统计…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>No project is open</source>
            <translation>未打开项目</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Its progress is shown here.</source>
            <translation>此处显示其进度。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>The figures can't be read</source>
            <translation>无法读取统计数据</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Read again</source>
            <translation>重新读取</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Stopped counting</source>
            <translation>已停止统计</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>Count again</source>
            <translation>重新统计</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <location filename="../../sam_annotator/ui/image_presenter.py" />
            <source>No images yet</source>
            <translation>还没有图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_dock.py" />
            <source>The progress counts images and annotations.</source>
            <translation>进度统计图像和标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_panel.py" />
            <source>Cancel: {what}</source>
            <translation>取消：{what}</translation>
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
            <translation>正在停止：{what}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/progress_panel.py" />
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>In progress</source>
            <translation>进行中</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Old</source>
            <translation>旧</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>New</source>
            <translation>新</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>To decide ({n})</source>
            <translation>待决定 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Decided ({n})</source>
            <translation>已决定 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Same mask ({n})</source>
            <translation>掩码相同 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Stays ({n})</source>
            <translation>不变 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>All ({n})</source>
            <translation>全部 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Any IoU</source>
            <translation>任意 IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>IoU at least</source>
            <translation>IoU 不低于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>IoU below</source>
            <translation>IoU 低于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Replay prompts</source>
            <translation>重放提示</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Rows that are shown</source>
            <translation>显示的行</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Limit of the IoU</source>
            <translation>IoU 界限</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Category or image</source>
            <translation>类别或图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>gained</source>
            <translation>增加</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>lost</source>
            <translation>减少</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Old and new masks are compared here</source>
            <translation>在此比较旧掩码和新掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>The stored clicks and boxes are answered again, hand edits stay on top, and you decide.</source>
            <translation>已保存的点击和框会重新得到响应，手动编辑保留其上，由您决定。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>No row fits</source>
            <translation>没有匹配的行</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Choose other rows above.</source>
            <translation>请在上方选择其他行。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Keep old ({n})</source>
            <translation>保留旧的 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Keep old</source>
            <translation>保留旧的</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Accept new ({n})</source>
            <translation>接受新的 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Accept new</source>
            <translation>接受新的</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_dock.py" />
            <source>Accept all shown ({n})</source>
            <translation>全部接受 ({n})</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>&amp;Engine</source>
            <translation>引擎(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Also what this engine has made</source>
            <translation>包括此引擎生成的</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Ask again about masks that this engine has made already: it should give the same.</source>
            <translation>也询问此引擎已生成的掩码：结果应当相同。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Replay</source>
            <translation>重放</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_form.py" />
            <source>Answer the stored prompts again. Nothing is changed before you accept it.</source>
            <translation>重新响应已保存的提示。在您接受之前不作任何更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/replay_table.py" />
            <source>Old and new masks</source>
            <translation>旧掩码和新掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Not reviewed</source>
            <translation>未审核</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Accepted</source>
            <translation>已通过</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Rejected</source>
            <translation>已驳回</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Comment</source>
            <translation>批注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>Comment on what is reviewed</source>
            <translation>对所审核内容的批注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>Accept</source>
            <translation>通过</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>Reject</source>
            <translation>驳回</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>How to review</source>
            <translation>审核方式</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Leave the review</source>
            <translation>退出审核</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>Reading annotations…</source>
            <translation>正在读取标注…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>No image</source>
            <translation>无图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>Image {place} of {total}</source>
            <translation>图像 {place} / {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>{place} of {total}</source>
            <translation>{place} / {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/review_bar.py" />
            <source>{accepted} accepted, {rejected} rejected</source>
            <translation>{accepted} 个通过，{rejected} 个驳回</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Pointer position in the image</source>
            <translation>指针在图像中的位置</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Colour of the pixel under the pointer</source>
            <translation>指针处像素的颜色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Zoom</source>
            <translation>缩放</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Engine and device</source>
            <translation>引擎和设备</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>Time of the last prediction</source>
            <translation>上次预测用时</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>When the project was saved last</source>
            <translation>项目上次保存的时间</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>draft {ms} ms</source>
            <translation>草稿 {ms} ms</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>saved {time}</source>
            <translation>已保存 {time}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/status.py" />
            <source>{words}: show them</source>
            <translation>{words}：显示</translation>
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
            <translation>标注表格</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Search annotations by image, category, note or engine</source>
            <translation>按图像、类别、备注或引擎搜索标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Only of this category</source>
            <translation>仅此类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>The rows shown…</source>
            <translation>显示的行…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>All annotations…</source>
            <translation>所有标注…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>No annotation fits</source>
            <translation>没有匹配的标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/docks/table_dock.py" />
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <source>This project is open read-only; what the engine says can't be kept.</source>
            <translation>此项目为只读；无法保存引擎的判断。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Wait for the engine, or choose one in Tools &gt; Engines.</source>
            <translation>请等待引擎，或在 工具 &gt; 引擎 中选择一个。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <source>There are no annotations to ask about in the listed images.</source>
            <translation>列出的图像中没有可询问的标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <source>Looking for doubtful masks…</source>
            <translation>正在查找存疑的掩码…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <source>{n} images could not be asked about: {why}</source>
            <translation>{n} 张图像无法询问：{why}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/doubt_feature.py" />
            <source>Asked about {n} masks. In a review, {key} begins with the most doubtful.</source>
            <translation>已询问 {n} 个掩码。审核时按 {key} 从最存疑的开始。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/drop_frame.py" />
            <source>Drop images, a folder or a project to open it, a COCO file to import it</source>
            <translation>拖放图像、文件夹或项目以打开，拖放 COCO 文件以导入</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Another edit is on its way; try again when it is done.</source>
            <translation>另一项更改正在进行；请在其完成后重试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Refine annotation</source>
            <translation>细化标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Mark crowd region</source>
            <translation>标记群组区域</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>There is no category {digit}; add one in the Categories panel.</source>
            <translation>没有类别 {digit}；请在“类别”面板中添加。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Rename category</source>
            <translation>重命名类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/edit_controller.py" />
            <source>Change colour</source>
            <translation>更改颜色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next image</source>
            <translation>下一张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Previous image</source>
            <translation>上一张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <source>Look again</source>
            <translation>重新查找</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <source>{name} can't be shown</source>
            <translation>无法显示 {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <location filename="../../sam_annotator/ui/image_presenter.py" />
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>Looking for images…</source>
            <translation>正在查找图像…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <source>Put JPEG, PNG, TIFF, WebP, BMP or GIF files into {image_root}.</source>
            <translation>请将 JPEG、PNG、TIFF、WebP、BMP 或 GIF 文件放入 {image_root}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/empty_states.py" />
            <source>There are no images here yet</source>
            <translation>这里还没有图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/engine_controller.py" />
            <source>The checkpoint of {title} is not here; get it in Tools &gt; Engines.</source>
            <translation>没有 {title} 的检查点；请在 工具 &gt; 引擎 中获取。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>{nothing} Clear the filter to look in all.</source>
            <translation>{nothing} 清除筛选可在全部图像中查找。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>No other image is new.</source>
            <translation>没有其他新图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>No other image is flagged.</source>
            <translation>没有其他已标记的图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>Add a category in the Categories panel first.</source>
            <translation>请先在“类别”面板中添加类别。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>No other image contains "{name}".</source>
            <translation>没有其他图像包含“{name}”。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/image_feature.py" />
            <source>Change tags</source>
            <translation>更改标签</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Open an image first</source>
            <translation>请先打开图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Draft, the chosen engine's mask follows.</source>
            <translation>草稿，随后给出所选引擎的掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Not accepted yet.</source>
            <translation>尚未接受。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Prediction</source>
            <translation>预测</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>IoU {iou} with the mask that is stored</source>
            <translation>与已保存掩码的 IoU 为 {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>This is what the engine says now; the annotation stays as it is.</source>
            <translation>这是引擎现在的结果；标注保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Asked again</source>
            <translation>重新询问的结果</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>This engine gives its masks at its own threshold only.</source>
            <translation>此引擎只按自身的阈值给出掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Click on the image to go on from this mask; then the threshold can be moved.</source>
            <translation>点击图像以从此掩码继续；之后可移动阈值。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>From what is stored. The candidates and logits come when you ask again.</source>
            <translation>来自已保存的内容。重新询问后给出候选和 logits。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/inspect_feature.py" />
            <source>Asking the engine…</source>
            <translation>正在询问引擎…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/key_map.py" />
            <source>{key} (keypad)</source>
            <translation>{key}（数字键盘）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/language.py" />
            <source>Enter##key</source>
            <translation>回车</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/main_window.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Tools</source>
            <translation>工具</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/main_window.py" />
            <source>More tools</source>
            <translation>更多工具</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_commands.py" />
            <source>All its pixels belong to locked annotations; unlock those first.</source>
            <translation>其全部像素都属于已锁定的标注；请先解锁。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_commands.py" />
            <source>One annotation had no pixel left and was deleted; undo brings it back.</source>
            <translation>一个标注已无像素并被删除；撤销可恢复。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_commands.py" />
            <source>{count} annotations had no pixel left and were deleted; undo brings them back.</source>
            <translation>{count} 个标注已无像素并被删除；撤销可恢复。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>Add masks</source>
            <translation>添加掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>Cut masks out</source>
            <translation>减去掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep the overlap</source>
            <translation>保留重叠部分</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>Join annotations</source>
            <translation>合并标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Split into parts</source>
            <translation>拆分为各部分</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>The other annotations have no pixel there, or are locked.</source>
            <translation>其他标注在此处没有像素，或已锁定。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take from the others</source>
            <translation>从其他标注中去除</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>No overlap</source>
            <translation>不重叠</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>From now on, new masks take their pixels from the others of the image.</source>
            <translation>从现在起，新掩码会从图像的其他掩码中取走像素。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/mask_feature.py" />
            <source>Change order</source>
            <translation>更改顺序</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Mark as</source>
            <translation>标记为</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Combine</source>
            <translation>组合</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Replayed masks</source>
            <translation>重放的掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Panels</source>
            <translation>面板</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Open recent</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/menus.py" />
            <source>Actions</source>
            <translation>操作</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Merge the project in a folder</source>
            <translation>合并文件夹中的项目</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Another merge is being prepared; wait until it is there, or cancel it.</source>
            <translation>正在准备另一个合并；请等待完成或取消。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Looking at what {name} has…</source>
            <translation>正在查看 {name} 的内容…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Nothing was changed: all that was chosen is in this project.</source>
            <translation>未作任何更改：所选内容均已在此项目中。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>{n} annotation added</source>
            <translation>添加 {n} 个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>{n} annotations added</source>
            <translation>添加 {n} 个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>{n} replaced</source>
            <translation>替换 {n} 个</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <source>Merged {name}: {added}, {changed}.</source>
            <translation>已合并 {name}：{added}，{changed}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/merge_feature.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <source>score {score}</source>
            <translation>分数 {score}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>hidden</source>
            <translation>已隐藏</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <source>accepted in review</source>
            <translation>审核通过</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <source>rejected in review</source>
            <translation>审核驳回</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_list.py" />
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Reviewer: {text}</source>
            <translation>审核人：{text}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Number##of an annotation</source>
            <translation>编号</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Predicted IoU</source>
            <translation>预测 IoU</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Stability</source>
            <translation>稳定性</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Clicks</source>
            <translation>点击</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>Seconds</source>
            <translation>秒数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_table.py" />
            <source>{w} × {h} at {x}, {y}</source>
            <translation>{w} × {h}，位于 {x}, {y}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Brush</source>
            <translation>画笔</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Polygon</source>
            <translation>多边形</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Added to another</source>
            <translation>已并入其他标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Cut by others</source>
            <translation>被其他标注裁去</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Overlap with others</source>
            <translation>与其他标注的重叠</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Joined</source>
            <translation>合并而成</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Part of another</source>
            <translation>其他标注的一部分</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Pasted</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Found automatically</source>
            <translation>自动找到</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>Box of a detector</source>
            <translation>检测器的框</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>occluded</source>
            <translation>被遮挡</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/annotation_words.py" />
            <source>truncated</source>
            <translation>被截断</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/category_list.py" />
            <source>{text}, key {key}</source>
            <translation>{text}，按键 {key}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/difference_list.py" />
            <source>Other mask</source>
            <translation>掩码不同</translation>
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
            <translation>已看</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/figures.py" />
            <source>{n} byte</source>
            <translation>{n} 字节</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/figures.py" />
            <source>{n} bytes</source>
            <translation>{n} 字节</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/figures.py" />
            <source>{n} s</source>
            <translation>{n} 秒</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/figures.py" />
            <source>{n} min</source>
            <translation>{n} 分</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/figures.py" />
            <source>{hours} h {minutes} min</source>
            <translation>{hours} 小时 {minutes} 分</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Not started</source>
            <translation>未开始</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Flagged</source>
            <translation>已标记</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Accepted in review</source>
            <translation>审核通过</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Rejected in review</source>
            <translation>审核驳回</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>{width} × {height} px</source>
            <translation>{width} × {height} px</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>The file is missing</source>
            <translation>文件缺失</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Tags: {tags}</source>
            <translation>标签：{tags}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/image_list.py" />
            <source>Note: {text}</source>
            <translation>备注：{text}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Old px²</source>
            <translation>旧 px²</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>New px²</source>
            <translation>新 px²</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Change##of the area</source>
            <translation>变化</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Area of the mask there is, in pixels</source>
            <translation>现有掩码的面积（像素）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Area of the mask that was answered, in pixels</source>
            <translation>重新得到的掩码的面积（像素）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>How much the two masks overlap; 1.000 is the same mask</source>
            <translation>两个掩码的重叠程度；1.000 为相同掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>To decide</source>
            <translation>待决定</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Accepted##a new mask</source>
            <translation>已接受</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Old mask kept</source>
            <translation>已保留旧掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Changed meanwhile</source>
            <translation>在此期间已更改</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Deleted meanwhile</source>
            <translation>在此期间已删除</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Same mask</source>
            <translation>掩码相同</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/models/replay_list.py" />
            <source>Stays</source>
            <translation>不变</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/move_feature.py" />
            <source>Move</source>
            <translation>移动</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/move_feature.py" />
            <source>It would lie outside of the image; move it less far.</source>
            <translation>会移到图像之外；请移动得少一些。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>Only one folder is opened at a time; {names} was left out.</source>
            <translation>一次只能打开一个文件夹；已忽略 {names}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>Open the project that {name} belongs to first, then drop it again.</source>
            <translation>请先打开 {name} 所属的项目，然后再次拖放。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>This project can only be looked at; nothing can be imported.</source>
            <translation>此项目只能查看；无法导入。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>The project is not at {path} any more; put it back, or remove it from the list.</source>
            <translation>项目已不在 {path}；请将其放回，或从列表中移除。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>Making the demo project…</source>
            <translation>正在创建演示项目…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/opening_controller.py" />
            <source>Finishing the last mask…</source>
            <translation>正在完成最后一个掩码…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click the object, right-click what is not part of it, or drag a box.</source>
            <translation>点击对象，右键点击不属于它的部分，或拖出一个框。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click an annotation, or drag a box around several; drag what is selected to move it.</source>
            <translation>点击标注，或拖框选择多个；拖动所选内容可移动它。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Paint the selected annotation, or a new one; Ctrl+click selects.</source>
            <translation>涂抹所选标注，或新建标注；Ctrl+单击可选择。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Erase from the selected annotation; Ctrl+click selects.</source>
            <translation>从所选标注中擦除；Ctrl+单击可选择。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click the corners, drag to move them; Enter or a double click applies, with Shift it cuts.</source>
            <translation>点击各顶点，可拖动调整；回车或双击应用，按 Shift 为裁去。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Draw around what to add; with Shift it is cut.</source>
            <translation>圈出要添加的部分；按 Shift 则裁去。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click a hole of the selected mask to fill it; Shift+click removes a part, Ctrl+click selects.</source>
            <translation>点击所选掩码的孔洞以填充；Shift+单击移除部分，Ctrl+单击可选择。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click a proposal to accept it, drag over several; right-click rejects one.</source>
            <translation>点击建议以接受，拖动接受多个；右键拒绝。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Drag vertices, click an edge to add one, right-click to remove one; Enter applies.</source>
            <translation>拖动顶点；点击边添加顶点，右键移除；回车应用。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Brush radius</source>
            <translation>画笔半径</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Radius</source>
            <translation>半径</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Also by the wheel, with Alt held</source>
            <translation>也可按住 Alt 用滚轮调整</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Outline tolerance</source>
            <translation>轮廓容差</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Tolerance</source>
            <translation>容差</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Fit of the outline</source>
            <translation>轮廓的吻合度</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Draw what was edited into the mask (Enter)</source>
            <translation>将编辑结果绘入掩码 (回车)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>Click an annotation to edit its outline.</source>
            <translation>点击一个标注以编辑其轮廓。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/option_bar.py" />
            <source>{n} vertices, IoU {iou}</source>
            <translation>{n} 个顶点，IoU {iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/outline_controller.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Edit outline</source>
            <translation>编辑轮廓</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>Select the annotation to erase from.</source>
            <translation>请选择要擦除的标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>Paint</source>
            <translation>涂抹</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>Select the annotation to fill.</source>
            <translation>请选择要填充的标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>Remove part</source>
            <translation>移除部分</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Fill</source>
            <translation>填充</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>There is no part of the selected mask; Shift+click one to remove it.</source>
            <translation>此处没有所选掩码的部分；Shift+单击某一部分可将其移除。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>Nothing is enclosed there; click in a hole of the selected mask.</source>
            <translation>此处没有封闭区域；请点击所选掩码的孔洞。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>{name} has another size than its masks; put the old file back to go on.</source>
            <translation>{name} 的尺寸与其掩码不同；请放回旧文件后继续。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>This annotation is locked; unlock it to change its pixels.</source>
            <translation>此标注已锁定；请先解锁再更改像素。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paint_controller.py" />
            <source>This annotation is hidden; show it to change its pixels.</source>
            <translation>此标注已隐藏；请先显示再更改像素。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette.py" />
            <source>Command palette</source>
            <translation>命令面板</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette.py" />
            <source>What do you want to do?</source>
            <translation>您想做什么？</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette.py" />
            <source>Command</source>
            <translation>命令</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette.py" />
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette.py" />
            <source>No command is called so.</source>
            <translation>没有这样的命令。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette_feature.py" />
            <source>Category: {name}</source>
            <translation>类别：{name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/palette_feature.py" />
            <source>Open: {name}</source>
            <translation>打开：{name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>Clicks refine the selected mask; Esc starts a new object.</source>
            <translation>点击可细化所选掩码；Esc 开始新对象。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>Enter clicks, Space drags, Ctrl+Enter accepts, Esc hides the cursor.</source>
            <translation>回车点击，空格拖动，Ctrl+回车接受，Esc 隐藏光标。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>Enter: this, Shift+Enter: not this, Ctrl+Enter accepts, Space drags a box, Esc hides the cursor.</source>
            <translation>回车：属于，Shift+回车：不属于，Ctrl+回车接受，空格拖出框，Esc 隐藏光标。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>Enter sets a corner, Ctrl+Enter closes, Esc hides the cursor.</source>
            <translation>回车设置顶点，Ctrl+回车闭合，Esc 隐藏光标。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>Arrows drag, Space or Enter lets go, Esc drops it.</source>
            <translation>方向键拖动，空格或回车松开，Esc 放弃。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/panel_presenter.py" />
            <source>{rank} of {count}, {iou}</source>
            <translation>{rank} / {count}，{iou}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paste_commands.py" />
            <source>All of it lies outside of this image, which has another size.</source>
            <translation>此图像尺寸不同，全部内容都在其范围之外。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/paste_commands.py" />
            <source>No pixel may belong to two annotations here; switch No overlap off first.</source>
            <translation>此处一个像素不能属于两个标注；请先关闭“不重叠”。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>per day</source>
            <translation>（每天）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>per week</source>
            <translation>（每周）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>per month</source>
            <translation>（每月）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} without a date are not shown</source>
            <translation>{n} 项没有日期，未显示</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Images done {per_day}</source>
            <translation>完成的图像{per_day}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Annotations made {per_day}</source>
            <translation>制作的标注{per_day}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Annotations per category</source>
            <translation>各类别的标注数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Seconds per annotation</source>
            <translation>每个标注的秒数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Median seconds {per_day}</source>
            <translation>秒数中位数{per_day}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {value} s</source>
            <translation>{day}：{value} 秒</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Clicks per annotation</source>
            <translation>每个标注的点击数</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Median clicks {per_day}</source>
            <translation>点击数中位数{per_day}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {value} clicks</source>
            <translation>{day}：{value} 次点击</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Size of annotations in pixels</source>
            <translation>标注大小（像素）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{done} of {n} images done</source>
            <translation>{n} 张图像中已完成 {done} 张</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{time} of work</source>
            <translation>工作 {time}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} s</source>
            <translation>{n} 秒</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} min</source>
            <translation>{n} 分钟</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} h</source>
            <translation>{n} 小时</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{hours} h {minutes} min</source>
            <translation>{hours} 小时 {minutes} 分钟</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>MMM yyyy</source>
            <translation>yyyy年M月</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>d MMM</source>
            <translation>M月d日</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Nothing is left</source>
            <translation>全部完成</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} left, about {time} of work</source>
            <translation>剩余 {n}，约需 {time}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} left</source>
            <translation>剩余 {n}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{n} other categories</source>
            <translation>其他 {n} 个类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {n} image</source>
            <translation>{day}：{n} 张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {n} images</source>
            <translation>{day}：{n} 张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {n} annotation</source>
            <translation>{day}：{n} 个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{day}: {n} annotations</source>
            <translation>{day}：{n} 个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{range} s</source>
            <translation>{range} 秒</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>1 click</source>
            <translation>1 次点击</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{range} px</source>
            <translation>{range} px</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{what}: {n} annotation</source>
            <translation>{what}：{n} 个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>{what}: {n} annotations</source>
            <translation>{what}：{n} 个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>No times are known yet</source>
            <translation>尚无用时记录</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Median {n} s</source>
            <translation>中位数 {n} 秒</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>No clicks are known yet</source>
            <translation>尚无点击记录</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Median {n}</source>
            <translation>中位数 {n}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/contents.py" />
            <source>Median {n} px</source>
            <translation>中位数 {n} px</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress/jobs.py" />
            <source>The folder {folder} can't be written ({reason}); choose another.</source>
            <translation>无法写入文件夹 {folder}（{reason}）；请选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>Choose a folder for the progress</source>
            <translation>选择保存进度的文件夹</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>{n} tables are in {folder}.</source>
            <translation>{n} 个表格已保存到 {folder}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>Writing the tables…</source>
            <translation>正在写入表格…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>Writing the pictures…</source>
            <translation>正在写入图片…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>{n} pictures are in {folder}.</source>
            <translation>{n} 张图片已保存到 {folder}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>An export of the progress is running; wait until it has ended.</source>
            <translation>正在导出进度；请等待其结束。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/progress_feature.py" />
            <source>{project} progress {day}</source>
            <translation>{project} 进度 {day}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>This folder can't be written; the project is kept in {folder}.</source>
            <translation>无法写入此文件夹；项目保存在 {folder}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>This project is open in another window or can't be written: you can look, but not change it.</source>
            <translation>此项目已在其他窗口中打开或无法写入：您可以查看，但不能更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>The folder of images is not at {folder}; put it back, or say where it is now.</source>
            <translation>图像文件夹不在 {folder}；请将其放回，或指出它现在的位置。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>One image is missing from the folder; it stays listed.</source>
            <translation>文件夹中缺少一张图像；它仍保留在列表中。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>{n} images are missing from the folder; they stay listed.</source>
            <translation>文件夹中缺少 {n} 张图像；它们仍保留在列表中。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>One image is there again.</source>
            <translation>一张图像已恢复。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>{n} images are there again.</source>
            <translation>{n} 张图像已恢复。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>One image is found again at another place.</source>
            <translation>在其他位置重新找到一张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>{n} images are found again at another place.</source>
            <translation>在其他位置重新找到 {n} 张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>{name} has another size than when it was added; its old masks don't fit.</source>
            <translation>{name} 的尺寸与添加时不同；旧掩码不再适用。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/project_controller.py" />
            <source>{reason}; check the path.</source>
            <translation>{reason}；请检查路径。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/proposal_commands.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept proposal</source>
            <translation>接受建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/proposal_commands.py" />
            <source>Accept {n} proposals</source>
            <translation>接受 {n} 个建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/proposal_presenter.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Forget proposals</source>
            <translation>清除建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/proposal_presenter.py" />
            <source>The search goes on; reject it once that has ended.</source>
            <translation>搜索仍在进行；请在结束后拒绝。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/proposal_presenter.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Reject proposal</source>
            <translation>拒绝建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>1 new mask accepted.</source>
            <translation>已接受 1 个新掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>{n} new masks accepted.</source>
            <translation>已接受 {n} 个新掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>1 was changed or deleted meanwhile and stays.</source>
            <translation>1 个在此期间已更改或删除，保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>{n} were changed or deleted meanwhile and stay.</source>
            <translation>{n} 个在此期间已更改或删除，保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>1 is locked and stays.</source>
            <translation>1 个已锁定，保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>{n} are locked and stay.</source>
            <translation>{n} 个已锁定，保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept new mask</source>
            <translation>接受新掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_commands.py" />
            <source>Accept {n} new masks</source>
            <translation>接受 {n} 个新掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>{title} (runs now)</source>
            <translation>{title}（正在运行）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>Wait until the engine is loaded</source>
            <translation>请等待引擎加载完成</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <location filename="../../sam_annotator/ui/state.py" />
            <source>There are no images</source>
            <translation>没有图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>Loading {title}…</source>
            <translation>正在加载 {title}…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>Ended: another engine was chosen.</source>
            <translation>已结束：选择了其他引擎。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>The engine can't be loaded; choose another one.</source>
            <translation>无法加载引擎；请另选。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>Image {n} of {total}</source>
            <translation>图像 {n} / {total}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>{words}, {time} left</source>
            <translation>{words}，剩余{time}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>{others} of {answered} have another mask now.</source>
            <translation>{answered} 个中有 {others} 个的掩码现在不同。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>No prompt was answered; the column State says why.</source>
            <translation>没有提示得到回答；原因见“状态”一列。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>There is nothing to ask.</source>
            <translation>没有可询问的内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>Ended after image {n}. {words}</source>
            <translation>在第 {n} 张图像后结束。{words}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_feature.py" />
            <source>{words} {n} can't be answered.</source>
            <translation>{words}{n} 个无法响应。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_run.py" />
            <source>Another engine runs now; replay again to ask it.</source>
            <translation>现在运行的是其他引擎；请重新重放以询问它。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/replay_run.py" />
            <source>The replay was ended before it.</source>
            <translation>重放在此之前已结束。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>Nothing more to review after this; the rest is before it.</source>
            <translation>之后没有需要审核的内容；其余在前面。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>This is the last one.</source>
            <translation>这是最后一个。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>Nothing more to review after this.</source>
            <translation>之后没有需要审核的内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>This is the first one.</source>
            <translation>这是第一个。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>Nothing more to review before this.</source>
            <translation>之前没有需要审核的内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>Review annotation</source>
            <translation>审核标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/review_feature.py" />
            <source>Review image</source>
            <translation>审核图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/session_controller.py" />
            <source>This project is read-only: you can look, but not change it.</source>
            <translation>此项目为只读：您可以查看，但不能更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/session_controller.py" />
            <source>The mask is empty; click on the object to add to it.</source>
            <translation>掩码为空；请点击对象以添加。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/settings_controller.py" />
            <source>The settings can't be saved ({reason}); check the folder {folder}.</source>
            <translation>无法保存设置（{reason}）；请检查文件夹 {folder}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/settings_controller.py" />
            <source>The language changes at the next start.</source>
            <translation>语言将在下次启动时更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Not possible now</source>
            <translation>现在无法执行</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>This project can only be looked at</source>
            <translation>此项目只能查看</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Open a project first</source>
            <translation>请先打开项目</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Wait until the import or export ends</source>
            <translation>请等待导入或导出结束</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>This image has no annotations</source>
            <translation>此图像没有标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Select an annotation first</source>
            <translation>请先选择标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Select one annotation first</source>
            <translation>请先选择一个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Select several annotations first</source>
            <translation>请先选择多个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Add a category first</source>
            <translation>请先添加类别</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>This is the last image</source>
            <translation>这是最后一张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>This is the first image</source>
            <translation>这是第一张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Click an object first</source>
            <translation>请先点击对象</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>There is no other candidate</source>
            <translation>没有其他候选</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Take the brush or the eraser first</source>
            <translation>请先选用画笔或橡皮擦</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>There is nothing to undo</source>
            <translation>没有可撤销的操作</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>There is nothing to redo</source>
            <translation>没有可重做的操作</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>All images are shown</source>
            <translation>已显示所有图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Start the review first</source>
            <translation>请先开始审核</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Click an object first, or ask again in Inspect</source>
            <translation>请先点击对象，或在“检视”中重新询问</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Replay prompts first, and choose a row to decide</source>
            <translation>请先重放提示，并选择待决定的行</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Replay prompts first, and choose a row</source>
            <translation>请先重放提示，并选择一行</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Compare with a file or a project first</source>
            <translation>请先与文件或项目比较</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>There is no difference to go to</source>
            <translation>没有可转到的差异</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Choose a difference first</source>
            <translation>请先选择一处差异</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Segment everything first</source>
            <translation>请先分割全部</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Take the tool for proposals first</source>
            <translation>请先选用建议工具</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/state.py" />
            <source>Point at a proposal first</source>
            <translation>请先指向一个建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>Sorting the table…</source>
            <translation>正在排序表格…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>Export the table</source>
            <translation>导出表格</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>{n} rows are in {path}.</source>
            <translation>{n} 行已写入 {path}。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/table_feature.py" />
            <source>Writing the table…</source>
            <translation>正在写入表格…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/tool_controller.py" />
            <source>The mask of the last click is still being made; try again when it is there.</source>
            <translation>上一次点击的掩码仍在生成；请在完成后重试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/transfer_controller.py" />
            <source>Exporting to {name}…</source>
            <translation>正在导出到 {name}…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/transfer_controller.py" />
            <source>Reading {name}…</source>
            <translation>正在读取 {name}…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/transfer_controller.py" />
            <source>Another import or export is running; wait until it ends, then try again.</source>
            <translation>另一个导入或导出正在进行；请等它结束后再试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/upgrade_controller.py" />
            <source>Upgrade mask to {title}</source>
            <translation>将掩码升级为 {title}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/upgrade_controller.py" />
            <source>Upgrade {n} masks to {title}</source>
            <translation>将 {n} 个掩码升级为 {title}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/upgrade_controller.py" />
            <source>{n} mask upgraded by {title}</source>
            <translation>{title} 已升级 {n} 个掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/upgrade_controller.py" />
            <source>{n} masks upgraded by {title}</source>
            <translation>{title} 已升级 {n} 个掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>{name}, not found</source>
            <translation>{name}，未找到</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>{name} (not found)</source>
            <translation>{name}（未找到）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Welcome</source>
            <translation>欢迎</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Or drop images, a folder or a project here.</source>
            <translation>或将图像、文件夹或项目拖放到此处。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Remove {name} from the list</source>
            <translation>从列表中移除 {name}</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Label images with Segment Anything</source>
            <translation>用 Segment Anything 标注图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Click an object, get its mask, press Enter. Start with a folder of images.</source>
            <translation>点击对象，得到掩码，按回车。从一个图像文件夹开始。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <source>Recent projects</source>
            <translation>最近的项目</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_page.py" />
            <location filename="../../sam_annotator/ui/welcome_presenter.py" />
            <source>Clear list</source>
            <translation>清空列表</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/welcome_presenter.py" />
            <source>{path} (not found)</source>
            <translation>{path}（未找到）</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_job.py" />
            <source>The computer's memory is full; close other programs and try again.</source>
            <translation>计算机内存已满；请关闭其他程序后重试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_job.py" />
            <location filename="../../sam_annotator/worker/job.py" />
            <source>That failed ({reason}); try again.</source>
            <translation>操作失败（{reason}）；请重试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_loop.py" />
            <source>The engine can't be loaded</source>
            <translation>无法加载引擎</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_loop.py" />
            <source>The image can't be encoded</source>
            <translation>无法编码图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_loop.py" />
            <source>The click can't be answered</source>
            <translation>无法响应点击</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_loop.py" />
            <source>{what}: the computer's memory is full; close other programs and try again.</source>
            <translation>{what}：计算机内存已满；请关闭其他程序后重试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/engine_loop.py" />
            <source>{what} ({reason}); try again or choose another engine.</source>
            <translation>{what}（{reason}）；请重试或选择其他引擎。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/worker/image_loader.py" />
            <source>{name} can't be opened ({reason}); go on with the next image.</source>
            <translation>无法打开 {name}（{reason}）；请继续处理下一张图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>New project…</source>
            <translation>新建项目…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Make a project for a folder of images.</source>
            <translation>为图像文件夹创建项目。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Open a project or a folder of images.</source>
            <translation>打开项目或图像文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Open image…</source>
            <translation>打开图像…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Open one image and its folder.</source>
            <translation>打开一张图像及其文件夹。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Open demo project</source>
            <translation>打开演示项目</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Try it on a few photographs.</source>
            <translation>用几张照片试一试。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Look for new images</source>
            <translation>查找新图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Find images folder…</source>
            <translation>查找图像文件夹…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say where the project's images are now.</source>
            <translation>指出项目的图像现在的位置。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Import annotations…</source>
            <translation>导入标注…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Read a COCO file into the project.</source>
            <translation>将 COCO 文件读入项目。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Export annotations…</source>
            <translation>导出标注…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write the project or a part of it: COCO, masks, cut-outs, overlays.</source>
            <translation>写出项目或其一部分：COCO、掩码、抠图、叠加图。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Merge another project…</source>
            <translation>合并另一项目…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add what another project or a COCO file has, and choose where both have an object.</source>
            <translation>添加另一项目或 COCO 文件的内容，并在两者都有对象处选择。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Export agreement as a table…</source>
            <translation>将一致性导出为表格…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write how far the two sets agree, for each image and category, as a CSV file.</source>
            <translation>将两组在各图像和各类别上的一致程度写为 CSV 文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Export progress as tables…</source>
            <translation>将进度导出为表格…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write all annotations and the figures of each plot as CSV files.</source>
            <translation>将所有标注和每个图表的数据写为 CSV 文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Export progress as pictures…</source>
            <translation>将进度导出为图片…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write each plot of the progress as a PNG file.</source>
            <translation>将每个进度图表写为 PNG 文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Import categories…</source>
            <translation>导入类别…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add the categories of a list: JSON, or names one to a line.</source>
            <translation>添加列表中的类别：JSON，或每行一个名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Export categories…</source>
            <translation>导出类别…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write the list of categories: JSON with colours, or names one to a line.</source>
            <translation>写出类别列表：带颜色的 JSON，或每行一个名称。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Settings…</source>
            <translation>设置…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take back the last click, or the last change.</source>
            <translation>撤回上一次点击或上一次更改。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Cut</source>
            <translation>剪切</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Copy the selected annotations and delete them.</source>
            <translation>复制所选标注并删除。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Copy the selected annotations.</source>
            <translation>复制所选标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add the annotations that were copied, at the same place.</source>
            <translation>在相同位置添加已复制的标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add a copy of the selected annotations.</source>
            <translation>添加所选标注的副本。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Copy all to next image</source>
            <translation>全部复制到下一张</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add a copy of all annotations to the next image and go there.</source>
            <translation>将所有标注的副本添加到下一张图像并转到该图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>First image</source>
            <translation>第一张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Last image</source>
            <translation>最后一张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go to image…</source>
            <translation>转到图像…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go to an image by its number or name.</source>
            <translation>按编号或名称转到图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next new image</source>
            <translation>下一张新图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next flagged image</source>
            <translation>下一张已标记的图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next image with this category</source>
            <translation>下一张含此类别的图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go to the next image that contains the current category.</source>
            <translation>转到下一张包含当前类别的图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Search images</source>
            <translation>搜索图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>List the images with a word in their name, tags or note.</source>
            <translation>列出名称、标签或备注中含某词的图像。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show all images</source>
            <translation>显示所有图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Clear the filter, and sort by name.</source>
            <translation>清除筛选，按名称排序。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Mark as done</source>
            <translation>标记为已完成</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Flag</source>
            <translation>加标记</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Note…</source>
            <translation>备注…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write a note on the image.</source>
            <translation>为图像写备注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Tags…</source>
            <translation>标签…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Give the image words to find it by.</source>
            <translation>为图像添加便于查找的词。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept mask</source>
            <translation>接受掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep the mask, in the current category.</source>
            <translation>将掩码保留在当前类别中。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Clear the clicks, or the selection.</source>
            <translation>清除点击或选择。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next candidate</source>
            <translation>下一个候选</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show the next of the candidate masks of an ambiguous click.</source>
            <translation>显示含义不明确的点击的下一个候选掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Delete the selected annotations.</source>
            <translation>删除所选标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Mark the selected annotations as a group of objects (iscrowd).</source>
            <translation>将所选标注标记为对象群组 (iscrowd)。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say that something stands before the selected annotations.</source>
            <translation>标明有东西遮挡所选标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say that the image's border cuts the selected annotations.</source>
            <translation>标明所选标注被图像边缘截断。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Edit attributes</source>
            <translation>编辑属性</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go to the attributes of the selected annotations; Esc goes back.</source>
            <translation>转到所选标注的属性；Esc 返回。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Note on annotation</source>
            <translation>标注的备注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Write a note on the selected annotations.</source>
            <translation>为所选标注写备注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Change category…</source>
            <translation>更改类别…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Give all annotations of one category to another: of the selection, the image or the project.</source>
            <translation>将某一类别的所有标注改为另一类别：在所选、图像或项目范围内。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say what the current category is a kind of.</source>
            <translation>指明当前类别属于哪一大类。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Key of the category…</source>
            <translation>类别的按键…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Choose the digit that gives the current category.</source>
            <translation>选择给出当前类别的数字键。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say what else annotations of this project have.</source>
            <translation>设置此项目的标注还具有哪些内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go through annotations one by one, to accept or reject them.</source>
            <translation>逐个查看标注，通过或驳回。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept in review</source>
            <translation>审核通过</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Reject in review</source>
            <translation>审核驳回</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Say what is wrong.</source>
            <translation>说明问题所在。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Fix, or back to the review</source>
            <translation>修改，或返回审核</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Refine it by clicks; the same key goes back to the review.</source>
            <translation>用点击细化；同一按键返回审核。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next to review</source>
            <translation>下一个待审核</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Previous</source>
            <translation>上一个</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Skip what is reviewed</source>
            <translation>跳过已审核的</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Only what was rejected</source>
            <translation>仅被驳回的</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Most doubtful first</source>
            <translation>最存疑的优先</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Begin with the masks that are most likely wrong.</source>
            <translation>从最可能有误的掩码开始。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Image by image</source>
            <translation>逐张图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Review images as a whole.</source>
            <translation>以整张图像为单位审核。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Look for doubtful masks</source>
            <translation>查找存疑的掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Ask the engine about every annotation, and note where it says otherwise.</source>
            <translation>就每个标注询问引擎，并记录其结果不同之处。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Compare with a file…</source>
            <translation>与文件比较…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Compare with a COCO file or a model's results; the file is only read.</source>
            <translation>与 COCO 文件或模型的结果比较；只读取该文件。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Compare with a project…</source>
            <translation>与项目比较…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Compare with what somebody else annotated; the project is only read.</source>
            <translation>与他人的标注比较；只读取该项目。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next difference</source>
            <translation>下一处差异</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go to the next worst difference.</source>
            <translation>转到下一处最严重的差异。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Previous difference</source>
            <translation>上一处差异</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Put theirs in the place of ours, and go to the next difference.</source>
            <translation>用对方替换我方，并转到下一处差异。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Leave ours as it is, mark the difference as seen, and go to the next.</source>
            <translation>保持我方不变，将差异标记为已看，并转到下一处。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add theirs beside ours, and go to the next difference.</source>
            <translation>将对方添加到我方旁，并转到下一处差异。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show theirs</source>
            <translation>显示对方</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw the masks of the other set, hatched.</source>
            <translation>用斜线绘制另一组的掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take theirs: all on this image</source>
            <translation>采用对方：此图像的全部</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take theirs: all of this kind</source>
            <translation>采用对方：此种类的全部</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep ours: all on this image</source>
            <translation>保留我方：此图像的全部</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep ours: all of this kind</source>
            <translation>保留我方：此种类的全部</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep both: all on this image</source>
            <translation>两者都保留：此图像的全部</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep both: all of this kind</source>
            <translation>两者都保留：此种类的全部</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep the selected annotations from changes, or no longer.</source>
            <translation>保护所选标注不被更改，或取消保护。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Don't draw the selected annotations; they are exported all the same.</source>
            <translation>不绘制所选标注；仍会导出。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show all hidden</source>
            <translation>显示所有隐藏项</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw the hidden annotations of this image again.</source>
            <translation>重新绘制此图像中隐藏的标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Bring forward</source>
            <translation>上移一层</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw it above the next ones.</source>
            <translation>绘制在后一层之上。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Send backward</source>
            <translation>下移一层</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw it below the next ones.</source>
            <translation>绘制在前一层之下。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Bring to front</source>
            <translation>置于顶层</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw it above all others.</source>
            <translation>绘制在所有标注之上。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Send to back</source>
            <translation>置于底层</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw it below all others.</source>
            <translation>绘制在所有标注之下。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move left</source>
            <translation>左移</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move right</source>
            <translation>右移</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move left by 10 pixels</source>
            <translation>左移 10 像素</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move right by 10 pixels</source>
            <translation>右移 10 像素</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move up by 10 pixels</source>
            <translation>上移 10 像素</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move down by 10 pixels</source>
            <translation>下移 10 像素</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next annotation</source>
            <translation>下一个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Select the next annotation of the image, and bring it into view.</source>
            <translation>选择图像的下一个标注并移入视图。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Previous annotation</source>
            <translation>上一个标注</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Select the annotation before, and bring it into view.</source>
            <translation>选择上一个标注并移入视图。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Join into one</source>
            <translation>合并为一个</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Make one annotation of the selected ones, with all their parts.</source>
            <translation>将所选标注合并为一个，保留所有部分。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Make an annotation of each connected part.</source>
            <translation>将每个相连部分变为一个标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Add the others</source>
            <translation>加上其他</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Union: add the other selected masks to the one selected first; they stay.</source>
            <translation>并集：将其他所选掩码加到最先选中的掩码；它们保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Cut the others out</source>
            <translation>减去其他</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Difference: cut the other selected masks out of the one selected first; they stay.</source>
            <translation>差集：从最先选中的掩码中减去其他所选掩码；它们保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Intersection: leave of the mask selected first what lies in all others, too; they stay.</source>
            <translation>交集：最先选中的掩码只保留同时位于所有其他掩码中的部分；其他保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Take what the selected masks cover away from all others.</source>
            <translation>从所有其他标注中去除所选掩码覆盖的部分。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Let each new mask take its pixels from the others; no pixel belongs to two.</source>
            <translation>每个新掩码从其他掩码中取走像素；没有像素同属两者。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Clean up…</source>
            <translation>清理…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Remove islands, fill holes, smooth, grow or shrink the selected masks, with a preview.</source>
            <translation>去除孤岛、填充孔洞、平滑、扩张或收缩所选掩码，并可预览。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Apply clean-up</source>
            <translation>应用清理</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Drop clean-up</source>
            <translation>放弃清理</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Click and box</source>
            <translation>点击与框选</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Left click: this. Right click: not this. Drag: a box.</source>
            <translation>左键：属于。右键：不属于。拖动：画框。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Select</source>
            <translation>选择</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Select annotations by clicking.</source>
            <translation>点击以选择标注。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Paint the selected mask, or a new one.</source>
            <translation>涂抹所选掩码，或新建掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Eraser</source>
            <translation>橡皮擦</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Erase from the selected mask.</source>
            <translation>从所选掩码中擦除。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Click corners and move them; Enter or double click applies. With Shift it cuts.</source>
            <translation>点击顶点并可移动；回车或双击应用。按 Shift 为裁去。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Lasso</source>
            <translation>套索</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw around what to add. With Shift it is cut.</source>
            <translation>圈出要添加的部分。按 Shift 则裁去。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Click a hole to fill it. Shift+click a part to remove it.</source>
            <translation>点击孔洞以填充。Shift+单击某一部分可将其移除。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move, add and remove vertices of the selected mask.</source>
            <translation>移动、添加和移除所选掩码的顶点。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Click a proposal to accept it, drag over several; right click rejects one.</source>
            <translation>点击建议以接受，拖动接受多个；右键拒绝。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Segment everything…</source>
            <translation>分割全部…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Find all objects of this image, of a box or of the project, to accept them one by one.</source>
            <translation>找出此图像、某个框或项目中的所有对象，再逐个接受。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Masks from boxes…</source>
            <translation>由框生成掩码…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Read a detector's boxes and make a mask of each.</source>
            <translation>读取检测器的框，并为每个框生成掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Next proposal</source>
            <translation>下一个建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Go from proposal to proposal.</source>
            <translation>在建议之间切换。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Previous proposal</source>
            <translation>上一个建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept the proposal that is filled, into its category or the current one.</source>
            <translation>接受已填充的建议，归入其类别或当前类别。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Drop the proposal that is filled.</source>
            <translation>放弃已填充的建议。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Accept all shown proposals</source>
            <translation>接受所有显示的建议</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Drop the proposals of this image.</source>
            <translation>放弃此图像的建议。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Replay prompts…</source>
            <translation>重放提示…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Answer the stored clicks and boxes again, compare old and new masks, and accept or keep each.</source>
            <translation>重新响应已保存的点击和框，比较新旧掩码，并逐个接受或保留。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Give the annotations chosen in Replay prompts their new masks.</source>
            <translation>为“重放提示”中选择的标注换上新掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Keep old mask</source>
            <translation>保留旧掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Leave the annotations chosen in Replay prompts as they are.</source>
            <translation>让“重放提示”中选择的标注保持不变。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Old, difference or new</source>
            <translation>旧、差异或新</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Draw the old mask, the difference, or the new mask.</source>
            <translation>绘制旧掩码、差异或新掩码。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Smaller brush</source>
            <translation>缩小画笔</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Larger brush</source>
            <translation>放大画笔</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Fit image</source>
            <translation>适应窗口</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Zoom to selection</source>
            <translation>缩放到所选</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show what is selected, close up.</source>
            <translation>放大显示所选内容。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Actual size</source>
            <translation>实际大小</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>One image pixel per pixel.</source>
            <translation>一个图像像素对应一个屏幕像素。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show masks</source>
            <translation>显示掩码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Fainter masks</source>
            <translation>掩码更淡</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Stronger masks</source>
            <translation>掩码更浓</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Preview on hover</source>
            <translation>悬停预览</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Show what a click here would give.</source>
            <translation>显示在此点击会得到什么。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Move a cursor over the image by the arrow keys; Enter clicks there.</source>
            <translation>用方向键在图像上移动光标；回车在该处点击。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>List the categories with a word in their name.</source>
            <translation>列出名称中含某词的类别。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Image only</source>
            <translation>仅显示图像</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Hide the panels around the image.</source>
            <translation>隐藏图像周围的面板。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Restore layout</source>
            <translation>恢复布局</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Put all panels back to where they were first.</source>
            <translation>将所有面板放回最初位置。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Light or dark</source>
            <translation>浅色或深色</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show progress</source>
            <translation>显示进度</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show how far the project is: images, annotations, time and sizes, in plots.</source>
            <translation>用图表显示项目进度：图像、标注、时间和大小。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show why a mask is as it is: candidates, logits, threshold, and what made it.</source>
            <translation>显示掩码为何如此：候选、logits、阈值及其来历。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show logits</source>
            <translation>显示 logits</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show how sure the network is of each place, as colours on the image.</source>
            <translation>用颜色在图像上显示网络对每处的把握。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show how far the project agrees with another set, and where it does not.</source>
            <translation>显示项目与另一组的一致程度及不一致之处。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Show the numbers of all annotations, to sort, filter and export.</source>
            <translation>显示所有标注的数据，可排序、筛选和导出。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Choose, download or load the network that makes the masks.</source>
            <translation>选择、下载或加载生成掩码的网络。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Command palette…</source>
            <translation>命令面板…</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Choose the keys of every action.</source>
            <translation>设置每个操作的按键。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 1</source>
            <translation>类别 1</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 2</source>
            <translation>类别 2</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 3</source>
            <translation>类别 3</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 4</source>
            <translation>类别 4</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 5</source>
            <translation>类别 5</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 6</source>
            <translation>类别 6</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 7</source>
            <translation>类别 7</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 8</source>
            <translation>类别 8</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 9</source>
            <translation>类别 9</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/ui/action_table.py" />
            <source>Category 0</source>
            <translation>类别 0</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Light or dark, or as the system says.</source>
            <translation>浅色、深色，或跟随系统。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Of the window; counts from the next start.</source>
            <translation>窗口的语言；下次启动时生效。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Mask opacity</source>
            <translation>掩码不透明度</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>How strongly masks are filled, from 0 to 1.</source>
            <translation>掩码填充的浓度，从 0 到 1。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Moving outline</source>
            <translation>动态轮廓</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Let the outline of a mask not yet accepted move.</source>
            <translation>让尚未接受的掩码的轮廓流动。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>The engine a project is opened with.</source>
            <translation>打开项目时使用的引擎。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Where engines run; automatic takes a GPU if there is one.</source>
            <translation>引擎在何处运行；自动模式会在有 GPU 时使用它。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Automatic runs SAM as fast as this computer can, with the same masks but for rounding; float32 gives bit for bit what SamPredictor does.</source>
            <translation>自动模式以此计算机最快的方式运行 SAM，除舍入外掩码相同；float32 与 SamPredictor 逐位一致。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Encode ahead</source>
            <translation>提前编码</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Encode the next image while you work on this one.</source>
            <translation>在您处理当前图像时编码下一张。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Upgrade accepted drafts</source>
            <translation>升级已接受的草稿</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Replace a mask accepted as a draft by the chosen engine's, unless it was changed since; Undo brings it back.</source>
            <translation>用所选引擎的掩码替换作为草稿接受的掩码（除非之后有改动）；撤销可恢复。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Memory for embeddings (MB)</source>
            <translation>嵌入的内存上限 (MB)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Encoded images kept in memory, so that going back is instant.</source>
            <translation>在内存中保留已编码的图像，以便立即返回。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Disk for embeddings (MB)</source>
            <translation>嵌入的磁盘上限 (MB)</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Encoded images kept on disk for the next start; 0 keeps none.</source>
            <translation>在磁盘上保留已编码的图像供下次启动使用；0 表示不保留。</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Polygons in COCO files</source>
            <translation>COCO 文件中的多边形</translation>
        </message>
        <message>
            <location filename="../../sam_annotator/core/settings.py" />
            <source>Write polygons where they decode to exactly the same pixels, else RLE.</source>
            <translation>在能还原完全相同像素处写多边形，否则写 RLE。</translation>
        </message>
    </context>
</TS>
