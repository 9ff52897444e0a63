import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/** A node of OpenSearch that ends when the process does that keeps it. */
final class TestNode extends Node {
    private TestNode(Settings settings) {
        super(
            InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "node"),
            List.of(Netty4Plugin.class, CommonAnalysisPlugin.class),
            true
        );
    }

    /** @param words the number of the process that keeps the node, and its settings, a name and a value each */
    public static void main(String[] words) throws Exception {
        ProcessHandle keeper = ProcessHandle.of(Long.parseLong(words[0])).orElseThrow();
        Settings.Builder settings = Settings.builder();
        for (int at = 1; at < words.length; at += 2) settings.put(words[at], words[at + 1]);
        new TestNode(settings.build()).start();
        keeper.onExit().join();
        // Its data are thrown away: it need not be closed first.
        Runtime.getRuntime().halt(0);
    }
}
