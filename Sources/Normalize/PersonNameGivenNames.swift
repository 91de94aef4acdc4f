/// Western given names, which tell the given name from the surname.
final class PersonNameGivenNames: Sendable {
  static let standard = PersonNameGivenNames()

  private let names: Set<String>
  /// Given names that are frequent surnames as well.
  private let doubtful: Set<String>
  /// The most frequent Western surnames that are no given names.
  private let surnames: Set<String>

  init() {
    names = Set(Self.text.split(whereSeparator: \.isWhitespace).map(String.init))
    surnames = Set(Self.surnameText.split(whereSeparator: \.isWhitespace).map(String.init))
    doubtful = Set(Self.doubtfulText.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Whether the lower-case, accent-free word is used as a given name.
  func contains(_ word: String) -> Bool {
    names.contains(word) || doubtful.contains(word) || Nicknames.standard.contains(word)
  }

  /// Whether two lower-case words are a surname and a given name, in this order.
  func areExchanged(_ first: String, _ last: String) -> Bool {
    guard first.utf8.count > 1, !contains(first), contains(last) else { return false }
    return !doubtful.contains(last) || surnames.contains(first)
  }

  /// Whether the word is a given name and hardly ever a surname.
  func isCertain(_ word: String) -> Bool { contains(word) && !doubtful.contains(word) }

  private static let doubtfulText = """
    thomas david james george lewis scott martin henry anne kelly taylor jordan ryan cameron grant dean gay ashley morgan blake allen russell
    craig wayne terry perry lee arnold barry ross stewart stuart leslie bruce curtis marshall vincent warren wallace walter franklin oliver
    mitchell tyler mason carter parker cole austin chase hunter howard harvey harrison glenn gordon nelson neil elliott dylan douglas clark
    clifford bradley bryan bryant adrian simon logan francis frank ramos jack paul peter
     may rose joy hope grace faith dawn kim kay lane cruz jose noel ray roy dale earl floyd lloyd owen rhys reed reid shannon stacy tracy
    shelby sidney spencer sterling terrell todd tommy trevor troy vernon virgil wade ward wesley whitney will willis wilson garrett glen
    gregory harper hayes hilton holland hugh isaac jackson jarvis jay jennings jerome kirk lawson leon leonard lindsay
    lucas luke maria marie mark matthews max maxwell melvin miles milton monroe murray nash nichols norman norris page
     palmer patrick pierce philip phillips porter preston quinn ramsey randall reynolds riley rodney roman ruth salvador
    sawyer shaw sherman sims stanley stone sullivan tanner tate temple teresa travis tucker turner tyson vance
    vaughn walker webb weston woody wyatt albert alexander alvin angel anthony archer archie armstrong arthur barrett beau bennett
    bernard berry beverly brady brandt brooks bernd ernst friedrich fritz gerhard heinrich hermann jakob konrad lorenz ludwig otto
    reinhard rudolf ulrich werner wilhelm winter andre bertrand denis guy lambert laurent marc remy rolland
    mary louis francois gerard luna rudolph rudolf prasad ravi ramesh luis tony charles dennis edwin alfred king prince bishop bell page love rivers duke
    """

  private static let surnameText = """
    smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson moore white harris
    sanchez ramirez robinson young wright torres nguyen hill flores green adams baker hall rivera campbell carter roberts gomez phillips evans
    diaz edwards collins morris morales murphy cook rogers gutierrez ortiz cooper peterson bailey richardson cox watson brooks chavez wood bennett
    mendoza ruiz hughes price alvarez castillo sanders patel myers foster jimenez powell jenkins long ross peterson butler simmons romero
    bryant griffin hamilton fisher ford wells mcdonald freeman kennedy hunt black daniels holmes mills nichols knight ferguson rose dunn
    hudson spencer gardner stephens payne pierce berry matthews arnold wagner watkins olson snyder cunningham bradley lawrence
    andrews ruiz harper fox riley armstrong carpenter weaver greene elliott chavez sims austin peters kelley franklin lawson
    mueller muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schaefer koch bauer richter klein wolf schroeder neumann
    schwarz zimmermann braun kruger hofmann hartmann lange krause lehmann schulze maier kohler konig huber kaiser fuchs peters lang scholz moller
    dubois durand leroy moreau lefebvre bertrand roux fournier morel girard mercier dupont lefevre bonnet fontaine rousseau chevalier
    rossi russo ferrari esposito bianchi romano colombo ricci marino conti costa giordano mancini rizzo lombardi moretti fernandez perez
    kumar singh sharma gupta verma reddy patel shah mehta joshi iyer nair rao das banerjee chatterjee khan
    """

  private static let text = """
    william richard matthew benjamin timothy theodore nicholas stephen steven andrew sean kurt gilles etienne olivier brooke paige brent kerry joyce robin seth ralph raymond gilbert
    aaron adam alan alberto alejandro alfonso alfred alfredo allan alvaro amos andreas andres angelo anton antoine antonio armando arturo asher
    axel barney bart benedikt benito bill billy bjorn bob bobby boris brad brandon brendan brett brian bryce byron caleb calvin carl carlo carlos
    cecil cedric cesar chad charles charlie chester chris christian christoph christopher chuck clarence claude claudio clay clayton clement cliff
    clinton clyde cody colin connor conrad cory corey cyril cyrus damian damien dan danny dario darren darryl dave dennis derek derrick desmond
    detlef devin diego dieter dimitri dirk dominic dominik don donald donnie doug drew duane dustin dwayne dwight eddie edgar edmund eduardo
    edward edwin eli elias elijah elmer emanuel emil emilio emmanuel enrique eric erik ernest ernesto ervin ethan eugene evan evelyn everett
    fabian fabio felix ferdinand fernando filip finn florian francesco francisco franck franz fred freddie frederic frederick frederik gabriel
    gary gavin gene geoffrey gerald gerard gerardo giovanni giulio giuseppe gonzalo graham greg gregor guillaume guillermo gunther gustav gustavo
    guido hank hans harald harold harry hector helmut herbert herman horst hubert hugo ian ignacio igor ingo ismael israel ivan jaime jake jakub
    jan jared jason javier jean jeff jeffery jeffrey jeremiah jeremy jerry jesse jesus jim jimmy joachim joao joaquin jochen joe joel joerg johan
    johann johannes johnny jon jonas jonathan jorge joshua josh juan juergen julian julien julio julius justin karsten keith ken kenneth kenny kevin klaus
    lance larry lars laurence lawrence leo leonardo leroy lester liam lionel lorenzo lothar louis luca lucien luigi luis lukas manfred manuel marcel
    marcelo marco marcos marcus mario marius markus marvin mathias mathieu matthias matt maurice mauricio maurizio mauro micah miguel mike mohamed
    mohammad mohammed muhammad ali ahmed hassan omar ibrahim mustafa yusuf khalid nathaniel neal ned nick nicolas niels nigel nils noah oleg oscar
    pablo pascal pat pedro phil philipp philippe pierre quentin rafael rainer ramon randy raphael raul reginald reiner ricardo riccardo rick
    ricky rob roberto robbie rocco roderick rodolfo rodrigo roger rogelio roland rolf ronald ronnie ruben rudiger rudy rupert russ sam sammy samuel
    sandro santiago saul sebastian sergei sergej sergio shane shaun shawn silvio stefan stefano steffen steve sven sylvain ted terrence thierry
    theo thorsten tim tobias tom tomas torsten tristan udo uwe valentin victor vince vladimir volker walt willie wolfgang wolf xavier yann yannick
    yves yvan zachary zach herve thibault maxime arnaud benoit bruno cedric christophe dominique eric fabrice francois frederique gael gregoire
    jacques jerome jules lucie ludovic marcel mathilde matteo nathalie noemie pauline regis renee romain sebastien severine stephane sylvie
    tiziano vincenzo vittorio paolo pietro nicola luciano lucio gianni gianluca giorgio fabrizio enrico elio dino davide danilo carmine bruno aldo
    alessandro alessio andrea antonella arianna beatrice camilla carlotta caterina chiara cinzia cristina daniela donatella elena eleonora elisa
    emanuela federica federico filippo flavia flavio francesca gabriella giada giulia ilaria ivana laura letizia loredana lucia luisa manuela
    marcella margherita mariana martina matilde michela milena mirella monica ornella paola patrizia raffaele raffaella roberta rosa sabrina
    salvatore sara serena silvia simona sofia stefania tiziana valentina vanessa veronica viola viviana
    abigail ada adelaide adele adriana agnes aimee alexa alexandra alexandria alexis alice alicia alison allison alma alyssa amanda amber amelia amy
    ana anastasia andrea angela angelica angelina angie anita anja anke ann anna annabelle annegret annelie annette annie annika antje antonia april
    ariana arlene astrid audrey ava barbara becky belinda bella berit bernadette bernice bertha beth bethany betsy betty bianca birgit bonnie brandi
    brandy brenda briana brianna bridget brigitte brigitta britta brittany brittney caitlin camille candace candice carla carmen carol carole caroline
    carolina carolyn carrie casey cassandra cassidy catherine cathy cecilia celeste celine chantal charlene charlotte chelsea cheryl chloe christa
    christiane christin christina christine christy cindy claire clara claudia colleen connie constance consuelo cordula corinna corinne courtney
    crystal cynthia daisy dana daniela danielle daphne darlene deanna debbie deborah debra delia denise desiree diana diane dina dolores donna dora doreen
    doris dorothea dorothy edith edna eileen elaine eleanor elena elfriede elisabeth elise elizabeth elke ella ellen ellie elsa elsie emilia emily
    emma erica erika erin esperanza estelle esther eugenia eva evelin fatima felicia fiona flora florence frances franziska frieda gabriela gabriele
    gail genevieve georgia geraldine gertrud gina ginger gisela gladys glenda gloria greta gretchen gudrun guadalupe gwendolyn hailey hanna hannah
    hannelore harriet hazel heather heide heidi heike helen helena helene helga henrietta hilda hildegard holly ida ilona ilse imelda ina ines
    inge ingeborg ingrid irene iris irma isabel isabella isabelle ivy jacqueline jade jamie jana jane janet janice janine jasmin jasmine jeanette
    jeanne jenna jennifer jenny jessica jill jo joan joann joanna joanne jocelyn jodi johanna josefina josephine juana juanita judith judy jule julia
    juliana julie juliane juliet juliette june justine jutta kaitlin kaitlyn kara karen karin karina karla katharina katherine kathleen kathryn kathy
    katie katja katrin katrina kayla kelli kelsey kendra kerstin kimberly kirsten krista kristen kristi kristin kristina kristine kristy kylie lana
    latoya laurie lauren laurel lea leah lena leslie leticia lidia lillian lilly lily lina linda lindsey lisa lisbeth liz lois lola loretta lori
    lorraine louise lucinda lucy luna lydia lynn mabel mackenzie madeleine madeline madison makayla mandy manuela marcia margaret margarete margarita
    margot margit marianne maribel maricela marina marisa marissa marlene marsha marta martha mary maureen maya meagan megan meghan melanie melinda
    melissa melody mercedes meredith mia michaela michele michelle mildred millie mindy miranda miriam misty moira mona monika monique muriel myra
    nadia nadine nancy naomi natalia natalie natasha nicole nikki nina noelle nora norma olga olivia pamela patricia patty paula peggy penelope
    penny petra phoebe phyllis polly priscilla rachael rachel ramona raquel rebecca regina renate rhonda rita roberta rosalie rosalind rosario rosemarie
    rosemary rosie roxanne sabine sally samantha sandra sandy sarah savannah selena sharon sheila shelley sherri sherry shirley sibylle sigrid silke
    silvia simone sofie sondra sonia sonja sonya sophia sophie stacey stella stephanie sue susan susanne suzanne svenja sybille sydney sylvia tabitha
    tamara tammy tanja tanya tara tatiana tatjana teresa terri theresa tiffany tina toni tonya tracey traci tricia trina ulrike ursula uta ute valerie
    valeria vera verena veronika vicki vickie victoria virginia vivian viviane wanda waltraud wendy wilma xenia yesenia yolanda yvette yvonne zoe zoey
    aarav aditi ajay akash amit amrita ananya anil anita anjali anu arjun arun asha ashok bharat deepa deepak devi dinesh divya gaurav geeta gopal
    harish indira jagdish jyoti kailash kamal kavita kiran krishna kumar lakshmi lalit madhu mahesh manish manoj meena mohan mukesh nandini naresh
    neha nikhil nisha nitin pooja prakash pramod prasad pravin priya rahul raj rajesh rajiv rakesh ram ramesh rani ravi rekha ritu rohan rohit sachin
    sandeep sanjay sanjeev santosh sarita satish seema shanti shilpa shreya shyam sita sneha subhash sudhir sunil sunita suresh sushma swati tushar
    uma usha varun vijay vikram vinay vinod vishal vivek molly adrien augustin gaspar coco leo jason eric jack mark cherry apple candy kitty tina winnie fiona echo summer sunny
    """
}
