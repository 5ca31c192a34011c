import java.io.File;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** java VeraCheck FLAVOURS FILE...: validates each file against each flavour (3a, ua1, ...). Exit 0: all conform, 1: some do not, 2: error. */
public class VeraCheck {
  public static void main(String[] args) {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    int worst = 0;
    for (int i = 1; i < args.length; i++) {
      for (String flavour : args[0].split(",")) {
        worst = Math.max(worst, check(args[i], flavour));
      }
    }
    System.exit(worst);
  }

  private static int check(String file, String flavour) {
    PDFAFlavour wanted = PDFAFlavour.byFlavourId(flavour);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), wanted);
         PDFAValidator validator = Foundries.defaultInstance().createValidator(wanted, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.printf("%s %s %s (%d assertions)%n", result.isCompliant() ? "PASS" : "FAIL", flavour, file, result.getTotalAssertions());
      TreeSet<String> broken = new TreeSet<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          broken.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage());
        }
      }
      broken.forEach(rule -> System.out.println("  " + rule));
      return result.isCompliant() ? 0 : 1;
    } catch (Exception error) {
      System.out.println("ERROR " + flavour + " " + file + " " + error);
      return 2;
    }
  }
}
